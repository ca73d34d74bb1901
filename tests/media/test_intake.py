"""An upload is judged by what is in it, and refused with a sentence that says what to do."""

import io
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image

from mep_site.media.intake.documents import check_document
from mep_site.media.intake.kinds import KINDS
from mep_site.media.intake.office import COMPOUND, OPEN_DOCUMENT
from mep_site.media.intake.pictures import MOST_STORED, prepare_picture
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.translations.languages import languages
from tests.admin_forms import errors

from .pictures import coded, noise, of_pixels

PAGE = b"<!DOCTYPE html><script>alert(document.domain)</script>"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"


def zipped(*files: tuple[str, bytes], before: bytes = b"") -> bytes:
    archive = io.BytesIO()
    archive.write(before)
    with ZipFile(archive, "a", ZIP_DEFLATED) as writer:
        for name, content in files:
            writer.writestr(name, content)
    return archive.getvalue()


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def types(main: str, *others: str) -> tuple[str, bytes]:
    parts = "".join(f'<Override PartName="/a" ContentType="{each}"/>' for each in (main, *others))
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return "[Content_Types].xml", f'<Types xmlns="{space}">{parts}</Types>'.encode()


def compound(*streams: str) -> bytes:
    """A file of the older formats, as far as its directory goes."""
    entries = b""
    for name in streams:
        coded_name = f"{name}\x00".encode("utf-16-le")
        entries += coded_name.ljust(64, b"\x00") + struct.pack("<HB", len(coded_name), 2)
        entries = entries.ljust(-(-len(entries) // 128) * 128, b"\x00")
    return COMPOUND.ljust(512, b"\x00") + entries


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MACRO_WORD = "application/vnd.ms-word.document.macroEnabled.main+xml"
GOOD = {
    "pdf": PDF,
    "txt": "生态环境部 · министерство\n".encode(),
    "csv": "编号;名称\r\n1;水\r\n".encode("gb18030"),
    "zip": zipped(("a.csv", b"1,2")),
    "doc": compound("WordDocument"),
    "xls": compound("Workbook"),
    "ppt": compound("PowerPoint Document"),
    "docx": saved(docx.Document()),
    "xlsx": saved(openpyxl.Workbook()),
    "pptx": zipped(types(SLIDES)),
    "odt": zipped(("mimetype", OPEN_DOCUMENT + b"text"), ("content.xml", b"<a/>")),
    "ods": zipped(("mimetype", OPEN_DOCUMENT + b"spreadsheet"), ("content.xml", b"<a/>")),
}


def refusal(name: str, content: bytes) -> str:
    """Why a document is refused; empty if it is taken."""
    try:
        check_document(SimpleUploadedFile(name, content))
    except ValidationError as reason:
        return reason.code
    return ""


def test_every_ending_that_is_taken_is_known():
    assert KINDS.keys() == GOOD.keys() == set(settings.WAGTAILDOCS_EXTENSIONS)


@pytest.mark.asvs("5.2.2")
@pytest.mark.parametrize("ending", GOOD)
def test_a_document_is_taken_under_its_own_ending_only(ending):
    assert refusal(f"a.{ending.upper()}", GOOD[ending]) == ""
    texts = {"txt", "csv"}
    taken = {each for each in GOOD if not refusal(f"a.{each}", GOOD[ending])}
    # An office file is an archive, and its name may say no more than that.
    assert taken - {"zip"} == (texts if ending in texts else {ending} - {"zip"})


@pytest.mark.asvs("1.3.5")
@pytest.mark.parametrize("ending", GOOD)
def test_a_page_is_taken_under_no_ending(ending):
    assert refusal(f"a.{ending}", PAGE) == "otherwise"
    assert refusal(f"a.{ending}", b"\xef\xbb\xbf \n" + PAGE) == "otherwise"


@pytest.mark.parametrize("ending", [each for each in GOOD if each not in {"txt", "csv"}])
def test_a_file_that_is_a_page_first_is_refused(ending):
    assert refusal(f"a.{ending}", PAGE + GOOD[ending]) == "otherwise"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF[:-20]),
        ("a.docx", GOOD["docx"][:-100]),
        ("a.txt", "文字".encode("utf-16")[:-1]),
        ("a.txt", b"MZ\x90\x00\x03"),
        ("a.csv", b"1,2\n\x00"),
        ("a.txt", b"<?php system($_GET['c']);"),
        ("a.txt", b"<svg onload=alert(1)>"),
        ("a.zip", zipped(("a.csv", b"1"), before=b"GIF89a")),
        ("a.zip", zipped(("a.csv", b"1"), before=b"PK\x03\x04" + PAGE)),
        ("a.docx", zipped(types("text/plain"))),
        ("a.docx", zipped(("[Content_Types].xml", b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>"))),
    ],
)
def test_what_is_damaged_or_something_else_is_refused(name, content):
    assert refusal(name, content) == "otherwise"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", zipped(types(MACRO_WORD))),
        ("a.docx", zipped(types(WORD, "application/vnd.ms-office.vbaProject"))),
        ("a.odt", zipped(("mimetype", OPEN_DOCUMENT + b"text"), ("Basic/Standard/a.xml", b""))),
        ("a.doc", compound("WordDocument", "Macros")),
        ("a.xls", compound("Workbook", "_VBA_PROJECT_CUR")),
    ],
)
def test_macros_are_refused(name, content):
    assert refusal(name, content) == "macros"


def locked() -> bytes:
    """An archive that says that its file is locked, in both of its places."""
    content = bytearray(zipped(("a.csv", b"1,2")))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda: zipped(("a/setup.EXE", b"MZ")), "program"),
        (lambda: zipped(("../a.csv", b"1")), "unsafe"),
        (lambda: zipped(("C:\\a.csv", b"1")), "unsafe"),
        (locked, "unsafe"),
        (lambda: zipped(("a.csv", bytes(150 * 1024 * 1024))), "dense"),
        (lambda: zipped(*((f"{number}", b"") for number in range(20_001))), "dense"),
    ],
    ids=["program", "outside", "drive", "locked", "dense", "many"],
)
def test_an_archive_that_would_harm_its_readers_is_refused(made, code):
    assert refusal("a.zip", made()) == code


def folded() -> bytes:
    """Many entries that share what is packed, as in bombs that are not nested."""
    content = zipped(("0", bytes(1_000_000)))
    directory, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    entry = content[directory:end] * 50
    told = struct.pack("<HHII", 50, 50, len(entry), directory)
    return content[:directory] + entry + content[end : end + 8] + told + content[end + 20 :]


def test_entries_that_share_their_content_are_refused():
    assert refusal("a.zip", folded()) == "dense"


# Pictures


def picture_refusal(content: bytes) -> str:
    try:
        prepare_picture(content)
    except ValidationError as reason:
        return reason.code
    return ""


def bomb(width: int, height: int) -> bytes:
    """A PNG of some hundred bytes that would take gigabytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        sum_ = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + sum_

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.mark.asvs("15.2.2")
@pytest.mark.parametrize(
    "made",
    [
        lambda: bomb(50_000, 50_000),
        lambda: bomb(12_000, 12_000),
        lambda: of_pixels((4000, 3200), "PNG", "L"),
        lambda: of_pixels((4000, 3200), "JPEG", "L", progressive=True),
        lambda: of_pixels((4000, 2100), "WEBP"),
        lambda: of_pixels((4000, 2100), "GIF", "L"),
        lambda: of_pixels((4000, 2100), "AVIF", "L", speed=10),
    ],
    ids=["bomb", "large", "PNG", "progressive", "WebP", "GIF", "AVIF"],
)
def test_a_picture_that_takes_too_much_memory_is_refused(made):
    assert picture_refusal(made()) == "file_too_many_pixels"


@pytest.mark.asvs("5.2.1")
def test_many_frames_count_like_one_large_picture():
    frames = [Image.new("P", (1200, 1000), colour) for colour in range(60)]
    content = coded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert picture_refusal(content) == "file_too_many_pixels"


@pytest.mark.slow
def test_a_picture_that_is_larger_than_needed_is_stored_smaller():
    for content in (
        of_pixels((4200, 2800), "JPEG", "CMYK"),
        of_pixels((4200, 2800), "PNG", "RGBA"),
        of_pixels((4200, 2800), "PNG", "P"),
        of_pixels((4200, 2800), "PNG", "1"),
        of_pixels((3300, 2200), "WEBP"),
        of_pixels((3300, 2200), "AVIF", "L", speed=10),
    ):
        with Image.open(io.BytesIO(prepare_picture(content))) as smaller:
            assert 0.99 * MOST_STORED < smaller.width * smaller.height <= MOST_STORED
            assert abs(smaller.width / smaller.height - 1.5) < 0.01


def test_a_picture_of_the_size_that_is_stored_stays_as_it_is_coded():
    content = coded(noise((900, 600)), "JPEG")
    assert prepare_picture(content) == content


@pytest.mark.asvs("1.3.4")
@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.bmp", "a.tiff", "a.heic", "a.ico"])
def test_no_other_format_is_taken_as_a_picture(name, editor):
    before = SiteImage.objects.count()
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for content in (svg, coded(noise(), "BMP")):
        form = {"title": "a", "description_zh_hans": "图"}
        sent = form | {"file": SimpleUploadedFile(name, content)}
        assert errors(editor.post("/admin/images/add/", sent))
        disguised = form | {"file": SimpleUploadedFile("a.png", content)}
        assert errors(editor.post("/admin/images/add/", disguised))
    assert SiteImage.objects.count() == before


# The ways in

SENTENCES = {"zh-hans": "宏", "en": "macros", "ru": "макрос"}
MACROS = ("a.docx", zipped(types(MACRO_WORD)))


@pytest.mark.parametrize("language", languages(), ids=str)
def test_a_refusal_is_said_in_the_language_of_the_reader(language):
    with translation.override(language.code):
        with pytest.raises(ValidationError) as refused:
            check_document(SimpleUploadedFile(*MACROS))
        assert SENTENCES[language.code] in refused.value.messages[0]


@pytest.mark.parametrize(
    ("address", "prefix"),
    [
        ("/admin/documents/add/", ""),
        ("/admin/documents/chooser/create/", "document-chooser-upload-"),
    ],
)
def test_what_was_typed_is_kept_beside_the_refusal(address, prefix, editor):
    before = SiteDocument.objects.count()
    typed = {f"{prefix}title": "Typed by a person", f"{prefix}file": SimpleUploadedFile(*MACROS)}
    answer = editor.post(address, typed)
    said = answer.content.decode()
    if answer["Content-Type"] == "application/json":
        (said,) = [part for part in answer.json().values() if "<form" in part]
    assert "宏" in said
    assert "Typed by a person" in said
    assert SiteDocument.objects.count() == before


def test_the_form_for_many_refuses_too(editor):
    sent = {"files[]": SimpleUploadedFile(*MACROS), "title": "a"}
    ajax = {"headers": {"x-requested-with": "XMLHttpRequest"}}
    answer = editor.post("/admin/documents/multiple/add/", sent, **ajax).json()
    assert not answer["success"]
    assert answer["error_message"].count("\n") == 0
    assert "宏" in answer["error_message"]
