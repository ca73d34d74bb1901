"""Documents reach who asks for them as something to keep, in which nothing runs."""

from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from mep_site.media.intake.kinds import KINDS, UNKNOWN
from mep_site.media.models import SiteDocument


def served(visitor, name: str):
    document = SiteDocument(title=name)
    document.file.save(name, ContentFile(b"<script>alert(1)</script>"))
    return visitor.get(document.url)


@pytest.mark.asvs("1.3.5", "5.3.1")
@pytest.mark.parametrize("ending", [*KINDS, "html", "svg", "exe", ""])
def test_a_document_is_sent_with_a_type_of_ours_and_nothing_runs_in_it(ending, visitor):
    kind = KINDS.get(ending, UNKNOWN)
    answer = served(visitor, f"a.{ending}" if ending else "a")
    assert answer["Content-Type"] == kind.content_type
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert {"private", "no-cache"} <= {part.strip() for part in answer["Cache-Control"].split(",")}


@pytest.mark.asvs("3.2.1")
def test_all_are_kept_but_a_pdf_which_the_browser_shows(visitor):
    shown = {}
    for ending in (*KINDS, "html"):
        answer = served(visitor, f"a.{ending}")
        disposition, policy = answer["Content-Disposition"], answer["Content-Security-Policy"]
        assert disposition.startswith("attachment") == ("sandbox" in policy)
        shown[ending] = disposition.startswith("inline")
    assert [ending for ending in shown if shown[ending]] == ["pdf"]


def test_a_picture_of_another_format_than_ours_is_not_sent(visitor, db, settings):
    """Such may be there from before, or beside the forms."""
    from mep_site.media.models import SiteImage

    SiteImage.objects.filter(pk=SiteImage.objects.first().pk).update(file="images/a.svg")
    assert visitor.get("/media/images/a.svg").status_code == 404


@pytest.mark.asvs("5.4.1", "5.4.2")
def test_the_site_gives_a_document_its_name_whatever_was_sent(visitor, editor):
    file = SimpleUploadedFile('x\r\nX-Evil: 1";y=../..水.csv', b"year,km\n2019,7\n")
    editor.post("/admin/documents/add/", {"title": "x", "file": file})
    document = SiteDocument.objects.get(title="x")
    answer = visitor.get(document.url)
    assert "X-Evil" not in answer.headers
    name = document.filename
    assert not set(name) & set('\r\n"/\\')
    assert f"filename*=UTF-8''{quote(name)}" in answer["Content-Disposition"]
    asked = document.url.replace(document.url.rpartition("/")[2], "other.html")
    assert visitor.get(asked).status_code == 404


@pytest.mark.asvs("14.3.2")
def test_no_browser_of_who_is_signed_in_keeps_a_document(visitor, editor):
    answer = served(visitor, "a.pdf")
    assert "no-store" not in answer["Cache-Control"]
    assert "no-store" in editor.get(answer.wsgi_request.path)["Cache-Control"]
