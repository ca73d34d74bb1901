"""The brochure among the old documents: what a careful reader finds in it, the checks find."""

import pytest
from django.utils import translation

from mep_site.legacy.parsing import parse_capture
from mep_site.terms.standard import standard_index
from mep_site.textchecks.asking import check_pair
from mep_site.textchecks.findings import Finding, TextPair
from mep_site.translations.languages import get_language, languages
from tests.legacy.seeds import SEEDS, needs_seeds

pytestmark = needs_seeds


@pytest.fixture(scope="module")
def findings() -> list[tuple[str, str, Finding]]:
    """What is found in the pairs that the importer makes of the brochure: field, language."""
    (brochure,) = SEEDS.glob("003_*.txt")
    derived = parse_capture(brochure.read_bytes()).derivation.texts
    with translation.override(None):
        return [
            (target.field, language.code, each)
            for target, texts in derived.items()
            for language in languages()[1:]
            if language.suffix in texts
            for each in check_pair(
                TextPair(
                    texts.get("zh_hans", ""),
                    texts[language.suffix],
                    language,
                    standard_index(language),
                )
            )
        ]


def of(findings: list, check: str, field: str) -> list[Finding]:
    return [each for place, _language, each in findings if (each.check, place) == (check, field)]


def test_a_chinese_sentence_with_an_english_word_is_found(findings):
    (finding,) = of(findings, "mixture", "quotations")
    assert "水平 and 质量" in finding.source_text


def test_a_quotation_that_renders_a_part_of_the_chinese_is_found(findings):
    (finding,) = of(findings, "length", "quotations")
    assert finding.target_text.startswith("The head of China and Russia held that")


def test_heads_of_state_that_became_heads_of_government_are_found(findings):
    occasions = [*of(findings, "forbidden", "quotations"), *of(findings, "terms", "quotations")]
    assert any("元首" in each.source_text for each in occasions)
    assert any("Heads of Government" in each.target_text for each in occasions)


def test_five_organisations_among_thirteen_states_are_found(findings):
    (finding,) = of(findings, "enumerations", "background")
    assert "8 states and 5 organisations" in finding.message
    assert finding.target_text.endswith("13 observer states")


def test_an_address_that_the_chinese_lacks_is_found(findings):
    addresses = of(findings, "surplus", "contact_points")
    assert [each.target_text.split(",")[0] for each in addresses] == [
        "No.5 Houyingfanghutong",
        "д.5",
    ]


def test_the_whole_block_of_contacts_is_found_without_its_address():
    chinese = "生态环境部对外合作与交流中心 / 中国-上海合作组织环境保护合作中心"
    english = "Foreign Environmental Cooperation Center. Address: No.5 Houyingfanghutong, Beijing"
    found = check_pair(TextPair(chinese, english, get_language("en")))
    assert "addresses" in {each.check for each in found}


def test_little_else_is_found(findings):
    """Of two hundred pairs; what is found beside these is right as well."""
    assert len(findings) < 25
