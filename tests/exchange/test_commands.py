"""The commands: texts to a file, and a file to drafts."""

import pytest
from django.core.management import CommandError, call_command

from .steps import FIRST, texts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["xliff12", "xliff20", "po"])
def test_what_a_command_wrote_another_one_takes_in(article, tmp_path, capsys, name):
    file = tmp_path / "texts"
    call_command("export_texts", file, language="en", section=article.pk, format=name)
    (written,) = tmp_path.iterdir()
    written.write_bytes(written.read_bytes().replace(b"Protect ", b"Keep ", 1))
    call_command("import_texts", written, dry_run=True)
    assert "Protect" in texts(article)[FIRST]
    call_command("import_texts", written)
    assert "Keep" in texts(article)[FIRST]
    assert FIRST in capsys.readouterr().out


def test_a_page_without_a_text_to_translate_is_told(article, tmp_path):
    with pytest.raises(CommandError):
        call_command("export_texts", tmp_path / "x", language="zh-hans", page=[article.pk])


def test_a_file_that_is_refused_is_told(tmp_path):
    (tmp_path / "x.xlf").write_bytes(b"nothing")
    with pytest.raises(CommandError):
        call_command("import_texts", tmp_path / "x.xlf")
