"""The section "Legacy imports": who may do what, what an upload may hold, what a review shows."""

import io
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from mep_site.core.models import BasePage
from mep_site.legacy.admin import uploads
from mep_site.legacy.importing.captures import interpret, receive
from mep_site.legacy.importing.importer import import_file
from mep_site.legacy.models import LegacyCapture, LegacyImport, LegacyPage, LegacyReading
from mep_site.legacy.parsing import Parsed, parse_capture
from news.models import NewsArticle

CAPTURES = Path(__file__).parent / "captures"
NEWS = b"Home > News\nReeds bloom\nDate: 03-04-2031\n\nThey\nbloom.\n\n1. One;\n2. Two.\n"

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def reading() -> LegacyReading:
    """A capture that waits for its review."""
    return interpret(receive("reeds.txt", NEWS))


def allow(username: str, *codenames: str) -> None:
    """Give a person of the cast permissions of this section."""
    permissions = Permission.objects.filter(
        content_type__app_label="legacy", codename__in=codenames
    )
    assert permissions.count() == len(codenames)
    User.objects.get(username=username).user_permissions.add(*permissions)


ALL = ("add_legacyreading", "change_legacyreading", "change_legacyanomaly")


def packed(files: dict[str, bytes], **options: object) -> SimpleUploadedFile:
    """A ZIP archive of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return SimpleUploadedFile("captures.zip", buffer.getvalue())


def upload(client: Client, *files: SimpleUploadedFile) -> object:
    return client.post(reverse("legacy_readings:add"), {"files": files}, follow=True)


def soup(response: object) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


# Who may do what


def addresses(reading: LegacyReading) -> dict[str, str]:
    """Every address of the section, and how it is asked."""
    doubt = reading.anomalies.first().pk
    batch = LegacyImport.objects.create()
    return {
        reverse("legacy_readings:index"): "get",
        reverse("legacy_readings:index_results"): "get",
        reverse("legacy_readings:add"): "get",
        reverse("legacy_readings:progress", args=[batch.pk]): "post",
        reverse("legacy_readings:refused"): "get",
        reverse("legacy_readings:read_again", args=[reading.capture_id]): "post",
        reverse("legacy_readings:edit", args=[reading.pk]): "get",
        reverse("legacy_readings:approve", args=[reading.pk]): "post",
        reverse("legacy_readings:transformations", args=[reading.pk]): "post",
        reverse("legacy_readings:preview", args=[reading.pk, 0, "en"]): "get",
        reverse("legacy_anomalies:index"): "get",
        reverse("legacy_anomalies:index_results"): "get",
        reverse("legacy_anomalies:decide", args=[doubt]): "post",
    }


@pytest.mark.parametrize("name", ["visitor", "english_translator", "russian_translator"])
def test_whoever_lacks_the_right_is_refused_everywhere(name, reading, request):
    person = request.getfixturevalue(name)
    pages = BasePage.objects.count()
    for url, method in addresses(reading).items():
        response = getattr(person, method)(url, {"how": "publish"})
        assert response.status_code == 302, url
        assert response.url in {reverse("wagtailadmin_home"), f"/admin/login/?next={url}"} or (
            response.url.startswith("/admin/login/")
        ), url
    assert BasePage.objects.count() == pages
    reading.refresh_from_db()
    assert reading.state == "waiting"


def test_a_translator_with_the_right_to_import_still_cannot_make_pages(reading, english_translator):
    allow("english", *ALL)
    assert (
        english_translator.get(reverse("legacy_readings:edit", args=[reading.pk])).status_code
        == 200
    )
    english_translator.post(
        reverse("legacy_readings:approve", args=[reading.pk]), {"how": "create"}
    )
    assert not LegacyPage.objects.exists()


def test_an_editor_creates_drafts_but_does_not_publish(reading, editor):
    allow("editor", *ALL)
    approve = reverse("legacy_readings:approve", args=[reading.pk])
    editor.post(approve, {"how": "publish"})
    assert not LegacyPage.objects.exists()
    # Nor is it tried, and the refusal kept as a fault of the file.
    assert not LegacyCapture.objects.exclude(refusal="").exists()
    editor.post(approve, {"how": "create"})
    page = LegacyPage.objects.get().page
    assert not page.live
    assert page.latest_revision.user.username == "editor"


def test_the_administrator_publishes(reading, admin, visitor):
    admin.post(reverse("legacy_readings:approve", args=[reading.pk]), {"how": "publish"})
    assert "They bloom." in visitor.get("/en/news/reeds-bloom/").content.decode()


def test_approving_twice_makes_one_page(reading, admin, locked):
    for _ in range(2):
        admin.post(reverse("legacy_readings:approve", args=[reading.pk]), {"how": "create"})
    # Whoever comes second waits, and finds it approved.
    assert locked.count(LegacyReading) == 2
    assert NewsArticle.objects.filter(title_en="Reeds bloom").count() == 1


def test_the_rights_of_the_section_are_offered_to_groups(admin):
    group = Group.objects.first()
    html = admin.get(reverse("wagtailusers_groups:edit", args=[group.pk])).content.decode()
    for codename in ALL:
        permission = Permission.objects.get(content_type__app_label="legacy", codename=codename)
        assert f'value="{permission.pk}"' in html, codename


# Uploads


def test_files_and_archives_are_read_and_can_be_reviewed(admin):
    response = upload(
        admin,
        SimpleUploadedFile("reeds.txt", NEWS),
        packed({"a/policy.txt": (CAPTURES / "policy.txt").read_bytes(), "empty.txt": b" "}),
    )
    batch = LegacyImport.objects.get()
    assert response.request["PATH_INFO"] == reverse("legacy_readings:progress", args=[batch.pk])
    progress = soup(response).select_one("progress")
    assert (progress["value"], progress["max"]) == ("0", "3")
    answer = admin.post(response.request["PATH_INFO"], headers={"Accept": "application/json"})
    assert answer.json() == {"waiting": 0}
    assert set(LegacyReading.objects.values_list("kind", flat=True)) == {"news", "policy"}
    assert LegacyCapture.objects.get(file_name="empty.txt").refusal == "empty"
    assert not LegacyPage.objects.exists()


def test_reading_goes_on_where_it_stopped(admin, monkeypatch):
    monkeypatch.setattr("mep_site.legacy.admin.views.SECONDS_A_REQUEST", -1)
    upload(admin, *(SimpleUploadedFile(f"{n}.txt", NEWS + b"%d" % n) for n in range(3)))
    progress = reverse("legacy_readings:progress", args=[LegacyImport.objects.get().pk])
    for done in range(1, 4):
        admin.post(progress)
        assert LegacyReading.objects.count() == done
    assert 'value="3"' in admin.get(progress).content.decode()


def break_down(*args: object, **options: object) -> None:
    raise LookupError("no such reed")


def refused_files(client: Client) -> list[str]:
    """The rows of the list of files that were not imported."""
    page = soup(client.get(reverse("legacy_readings:refused")))
    return [row.get_text(" ", strip=True) for row in page.select("tbody tr")]


def test_an_upload_of_what_was_read_before_says_so(admin):
    files = [SimpleUploadedFile(f"{n}.txt", NEWS + b"%d" % n) for n in range(2)]
    upload(admin, *files)
    admin.post(reverse("legacy_readings:progress", args=[LegacyImport.objects.get().pk]))
    again = upload(admin, SimpleUploadedFile("0.txt", NEWS + b"0"))
    assert again.request["PATH_INFO"] == reverse("legacy_readings:index")
    assert "0.txt" in soup(again).select_one(".messages").get_text()
    assert LegacyImport.objects.count() == 1
    mixed = [SimpleUploadedFile(f"{n}.txt", NEWS + b"%d" % n) for n in (1, 2)]
    shown = soup(upload(admin, *mixed))
    assert "1.txt" in shown.select_one(".messages").get_text()
    assert shown.select_one("progress")["max"] == "1"


def test_a_file_at_which_the_importer_fails_does_not_hold_up_the_upload(admin, monkeypatch):
    upload(admin, *(SimpleUploadedFile(f"{n}.txt", NEWS + b"%d" % n) for n in range(3)))
    calls = iter([break_down])

    def fail_once(content: bytes) -> Parsed:
        return next(calls, parse_capture)(content)

    monkeypatch.setattr("mep_site.legacy.importing.captures.parse_capture", fail_once)
    progress = reverse("legacy_readings:progress", args=[LegacyImport.objects.get().pk])
    admin.post(progress)
    assert LegacyReading.objects.count() == 2
    html = admin.get(progress).content.decode()
    assert "LookupError: no such reed" in html
    assert 'value="3"' in html


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The importer failed at this file"),
        ("zh-hans", "导入程序处理此文件时出错"),
        ("ru", "При обработке этого файла произошла ошибка"),
    ],
)
def test_the_admin_says_which_files_were_not_imported_and_why(language, words, admin, monkeypatch):
    UserProfile.objects.update_or_create(
        user=User.objects.get(username="admin"), defaults={"preferred_language": language}
    )
    with monkeypatch.context() as broken:
        broken.setattr("mep_site.legacy.importing.page_making._save", break_down)
        broken.setattr("mep_site.legacy.importing.importer._read", break_down)
        import_file("reeds.txt", NEWS)
    index = soup(admin.get(reverse("legacy_readings:index")))
    assert index.select_one(".legacy-refused a")["href"] == reverse("legacy_readings:refused")
    (row,) = refused_files(admin)
    assert "reeds.txt" in row
    assert words in row
    assert "LookupError" in row


def test_what_failed_can_be_read_again(admin, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("mep_site.legacy.importing.captures.parse_capture", break_down)
        import_file("reeds.txt", NEWS)
    again = reverse("legacy_readings:read_again", args=[LegacyCapture.objects.get().pk])
    assert admin.post(again, follow=True).redirect_chain
    assert refused_files(admin) == []
    assert LegacyReading.objects.get().state == LegacyReading.State.WAITING


def test_an_approval_that_fails_leaves_nothing_and_is_told(reading, admin, monkeypatch):
    monkeypatch.setattr("mep_site.legacy.importing.page_making._save", break_down)
    pages = BasePage.objects.count()
    approve = reverse("legacy_readings:approve", args=[reading.pk])
    response = admin.post(approve, {"how": "create"}, follow=True)
    assert "LookupError: no such reed" in response.content.decode()
    assert BasePage.objects.count() == pages
    (row,) = refused_files(admin)
    assert "reeds.txt" in row


HOSTILE = {
    "traversal": {"../../etc/cron.txt": b"x"},
    "traversal of Windows": {"..\\..\\cron.txt": b"x"},
    "absolute path": {"/etc/cron.txt": b"x"},
    "drive": {"C:/cron.txt": b"x"},
    "archive within": {"inner.zip": b"x"},
    "bomb": {"zeros.txt": b"\0" * 2_000_000},
    "nothing": {},
}


@pytest.mark.parametrize("sort", HOSTILE)
def test_a_hostile_archive_is_refused_whole(sort, admin):
    response = upload(
        admin, packed({**HOSTILE[sort], **({"a.txt": NEWS} if HOSTILE[sort] else {})})
    )
    assert soup(response).select_one(".error-message"), sort
    assert not LegacyCapture.objects.exists()


def test_an_archive_that_lies_about_its_sizes_is_refused(admin):
    archive = packed({"a.txt": NEWS * 50})
    data = archive.read()
    size = len(NEWS * 50).to_bytes(4, "little")
    lying = SimpleUploadedFile("a.zip", data.replace(size, (1).to_bytes(4, "little")))
    assert soup(upload(admin, lying)).select_one(".error-message")
    assert not LegacyCapture.objects.exists()


@pytest.mark.parametrize("limit", ["MOST_FILES", "LARGEST_FILE", "LARGEST_TOTAL"])
def test_limits_of_number_and_size_hold(limit, admin, monkeypatch):
    monkeypatch.setattr(uploads, limit, 1)
    monkeypatch.setattr(
        uploads.Allowance,
        "__init__",
        lambda self: vars(self).update(files=uploads.MOST_FILES, size=uploads.LARGEST_TOTAL),
    )
    response = upload(admin, packed({"a.txt": NEWS, "b.txt": NEWS}))
    assert soup(response).select_one(".error-message")
    assert not LegacyCapture.objects.exists()


# Review


def test_the_review_shows_every_line_with_its_roles_and_its_doubts(reading, admin):
    page = soup(admin.get(reverse("legacy_readings:edit", args=[reading.pk])))
    lines = page.select(".legacy-lines > li")
    assert [line.select_one("code").get_text() for line in lines] == NEWS.decode().splitlines()
    assert lines[1].select_one("span")["class"] == ["legacy-role-title"]
    assert lines[0].select_one("span")["class"] == ["legacy-role-frame"]
    assert "03-04-2031" in lines[2].select_one(".legacy-anomaly").get_text()
    shown = [text.get_text(" ", strip=True) for text in page.select(".legacy-renditions")]
    assert {"Reeds bloom", "They bloom.", "One;", "Two."} <= set(shown)


def test_languages_stand_side_by_side(admin):
    brochure = interpret(receive("b.txt", (CAPTURES / "brochure.txt").read_bytes()))
    page = soup(admin.get(reverse("legacy_readings:edit", args=[brochure.pk])))
    languages = [
        [each.get("lang") for each in text.select("div[lang]")]
        for text in page.select(".legacy-renditions")
    ]
    assert ["zh-Hans", "en"] in languages
    assert ["zh-Hans", "en", "ru"] in languages


@pytest.mark.slow
def test_the_preview_is_the_page_that_visitors_will_see(admin):
    brochure = interpret(receive("b.txt", (CAPTURES / "brochure.txt").read_bytes()))
    for number, sketch in enumerate(brochure.page_sketches):
        url = reverse("legacy_readings:preview", args=[brochure.pk, number, "zh-hans"])
        assert admin.get(url).status_code == 200, sketch
    assert (
        "芦苇要绿。"
        in admin.get(
            reverse("legacy_readings:preview", args=[brochure.pk, 1, "zh-hans"])
        ).content.decode()
    )
    assert not LegacyPage.objects.exists()


def test_a_transformation_can_be_left_out_before_the_page_is_made(reading, admin):
    url = reverse("legacy_readings:transformations", args=[reading.pk])
    admin.post(url, {"applied": ["strip marker"]})
    admin.post(reverse("legacy_readings:approve", args=[reading.pk]), {"how": "create"})
    body = LegacyPage.objects.get().page.specific.body_en.raw_data
    assert body[1]["value"] == "<p>They</p><p>bloom.</p>"
    assert body[2]["value"]["items"][0]["value"] == "<p>One;</p>"


def test_a_suggestion_is_accepted_beside_its_line(admin):
    made = import_file("reeds.txt", NEWS).reading
    doubt = made.anomalies.get(code="ambiguous_date")
    response = admin.post(
        reverse("legacy_anomalies:decide", args=[doubt.pk]), {"how": "accept"}, follow=True
    )
    assert "admin" in soup(response).select_one(".legacy-anomaly").get_text()
    draft = NewsArticle.objects.get(title_en="Reeds bloom").get_latest_revision_as_object()
    assert str(draft.date) == "2031-03-04"


def test_the_queue_lists_doubts_by_page(admin):
    import_file("reeds.txt", NEWS)
    html = admin.get(reverse("legacy_anomalies:index")).content.decode()
    assert "Date: 03-04-2031" in html
    assert "Reeds bloom" in html


@pytest.mark.slow
def test_a_very_long_capture_is_shown_leaf_by_leaf(admin):
    lines = "\n".join(f"Line {number} of wells." for number in range(1000))
    long = interpret(receive("long.txt", lines.encode()))
    page = soup(admin.get(f"{reverse('legacy_readings:edit', args=[long.pk])}?p=2"))
    assert len(page.select(".legacy-lines > li")) == 400
    assert page.select_one(".legacy-lines > li")["id"] == "line-401"
