"""Terms and their renderings in 200 sentences, of which a person has marked what stands there."""

import pytest

from .marked import score, sentences


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_hundred_sentences_are_marked_in_each_language(language):
    assert len(sentences(language)) == 100


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nearly_all_terms_and_renderings_are_found_and_nothing_else(language):
    result, differences = score(language)
    assert result.recall >= 0.95, differences
    assert result.precision >= 0.95, differences
