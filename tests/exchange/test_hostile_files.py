"""What is not ours, damaged or hostile is refused with a sentence, and quickly."""

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from mep_site.exchange.formats.archives import archive_of
from mep_site.exchange.formats.intake import read_file
from mep_site.exchange.importing.planning import plan
from mep_site.exchange.texts.returned import UnreadableError

from .steps import edited, exported, planned

pytestmark = pytest.mark.django_db

LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 12))
DOCTYPES = {
    "entities that grow": f'<!DOCTYPE xliff [<!ENTITY l0 "ha">{LAUGHS}]>',
    "a file of the server": '<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/evil.dtd">',
    "a parameter entity": '<!DOCTYPE xliff [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
}


def refusal(content):
    """The sentence with which a file is refused."""
    try:
        for document in read_file(content):
            plan(document, None)
    except UnreadableError as reason:
        return str(reason)
    raise AssertionError("It was taken.")


@pytest.mark.asvs("1.5.1")
@pytest.mark.parametrize("name", ["xliff12", "xliff20"])
@pytest.mark.parametrize("doctype", DOCTYPES.values(), ids=DOCTYPES)
def test_a_document_type_is_refused_before_anything_is_expanded(article, name, doctype):
    file = exported(article, chosen=name).decode()
    head, root = file.split("\n", 1)
    hostile = f"{head}\n{doctype}\n{root.replace('>Title<', '>&l11;&x;<')}"
    begun = time.process_time()
    refusal(hostile.encode())
    assert "DOCTYPE" in refusal(f"{head}\n{doctype}\n{root}".encode())
    assert time.process_time() - begun < 2


def test_damaged_xml_is_refused_with_its_line(article):
    file = exported(article)
    assert "第 " in refusal(file[: len(file) // 2]) or "line" in refusal(file[: len(file) // 2])


def test_what_is_no_file_of_texts_is_refused():
    for content in (b"", b"%PDF-1.7", b"<html></html>", b"\xff\xfe\x00\x00", "标题".encode()):
        assert "XLIFF" in refusal(content)


def test_a_file_of_another_site_is_refused(article):
    file = exported(article)
    start = file.index(b"x-mep-site") + len('x-mep-site">')
    other = file[:start] + b"00000000" + file[start + 8 :]
    assert refusal(other)


def test_a_foreign_xliff_is_refused():
    foreign = (
        b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"'
        b' source-language="de" target-language="en" datatype="plaintext"><body><trans-unit id="1">'
        b"<source>Haus</source><target>house</target></trans-unit></body></file></xliff>"
    )
    assert refusal(foreign)


def test_a_language_that_the_site_has_not_is_refused(article):
    assert "de" in refusal(
        edited(exported(article), 'target-language="en"', 'target-language="de"')
    )


def test_a_page_that_is_not_here_is_named_and_the_file_is_not_refused(article):
    unknown = exported(article).replace(str(article.translation_key).encode(), b"0" * 36)
    assert planned(unknown).refusal


@pytest.mark.asvs("5.3.2")
@pytest.mark.parametrize(
    "name", ["../texts.xlf", "/etc/texts.xlf", "C:\\texts.xlf", "a\\..\\b.xlf"]
)
def test_an_archive_that_leads_out_of_itself_is_refused(article, name):
    assert name.split("\\")[0] in refusal(archive_of([(name, exported(article))]))


@pytest.mark.asvs("5.2.3")
def test_an_archive_that_grows_a_thousandfold_is_refused():
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        archive.writestr("texts.xlf", b"0" * 50_000_000)
    begun = time.process_time()
    assert refusal(bomb.getvalue())
    assert time.process_time() - begun < 1


def test_an_archive_that_lies_about_its_size_is_refused(article):
    whole = archive_of([("texts.xlf", b"<xliff version='1.2'>" + b"x" * 400_000)])
    true_size = (400_021).to_bytes(4, "little")
    assert whole.count(true_size) == 2
    assert refusal(whole.replace(true_size, (900).to_bytes(4, "little")))


@pytest.mark.asvs("5.2.3")
def test_too_many_files_in_an_archive_are_refused():
    assert refusal(archive_of((f"{number}.xlf", b"") for number in range(2_001)))


@pytest.mark.asvs("1.5.1")
def test_a_word_document_with_entities_is_refused(article):
    word = ZipFile(BytesIO(exported(article, chosen="docx")))
    parts = [(name, word.read(name)) for name in word.namelist()]
    evil = [
        (name, part.replace(b"?>", f"?>{DOCTYPES['a file of the server']}".encode(), 1))
        if name == "word/document.xml"
        else (name, part)
        for name, part in parts
    ]
    assert "DOCTYPE" in refusal(archive_of(evil))


def test_damaged_files_of_other_formats_are_refused(article):
    word = exported(article, chosen="docx")
    assert refusal(word[:-200])
    assert refusal(exported(article, chosen="po")[:300])
