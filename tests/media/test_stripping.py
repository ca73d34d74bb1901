"""Of a picture that was uploaded nothing is kept but what shows it, and that bit for bit."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.core.management import call_command
from PIL import Image, ImageSequence
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile

from mep_site.media.forms import replace_content
from mep_site.media.models import SiteImage
from mep_site.media.storage.listing import stored_names
from mep_site.media.stripping.faults import DamagedPictureError
from mep_site.media.stripping.strip import strip_metadata
from tests.admin_forms import errors, offered

from .pictures import CAMERA, ORIENTATION, SECRETS, TURNED, coded, exif, noise, told

FILES = told()
WITHOUT_EXIF = {"palette.png", "plain.webp", "a.gif", "animated.gif"}


def samples(content: bytes) -> list[bytes]:
    """What each frame of a picture looks like, to the bit."""
    with Image.open(io.BytesIO(content)) as picture:
        return [frame.copy().tobytes() for frame in ImageSequence.Iterator(picture)]


def secrets_in(content: bytes) -> list[bytes]:
    return [each for each in SECRETS if each in content]


@pytest.mark.parametrize("name", FILES)
def test_what_a_camera_notes_is_gone_and_what_is_seen_stays(name):
    content = FILES[name]
    stripped = strip_metadata(content)
    assert secrets_in(stripped) == []
    assert strip_metadata(stripped) == stripped
    before, after = Image.open(io.BytesIO(content)), Image.open(io.BytesIO(stripped))
    for noted in ("icc_profile", "transparency", "loop", "duration"):
        assert after.info.get(noted) == before.info.get(noted)
    assert dict(after.getexif()) == ({} if name in WITHOUT_EXIF else {ORIENTATION: TURNED})
    # Further pictures of a JPEG lie after its end.
    frames = 1 if name == "two.jpg" else None
    assert samples(stripped) == samples(content)[:frames]


def test_the_examples_hold_what_is_taken_out():
    assert {name for name in FILES if not secrets_in(FILES[name])} == {"plain.webp"}


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".avif")])
def test_what_follows_a_picture_is_left_behind(name):
    assert b"<script>" not in strip_metadata(FILES[name] + b"<script>alert(1)</script>")


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif", "a.avif"])
def test_a_file_that_ends_too_early_is_called_damaged(name):
    content = FILES[name]
    for share in (0.1, 0.5, 0.9):
        # An AVIF says at its beginning where everything is; whether it is there the decoder finds.
        if name == "a.avif" and share > 0.1:
            continue
        with pytest.raises((DamagedPictureError, OSError)):
            strip_metadata(content[: int(len(content) * share)])


def test_an_upload_on_the_disk_is_changed_where_it_is():
    upload = TemporaryUploadedFile("a.jpg", "image/jpeg", 0, None)
    upload.write(FILES["a.jpg"])
    replace_content(upload, b"short")
    with open(upload.temporary_file_path(), "rb") as file:
        assert file.read() == b"short"
    assert (upload.size, upload.read()) == (5, b"short")


def upload(name: str = "a.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, FILES[name], "image/jpeg")


def stored(file: object) -> bytes:
    with file.open() as opened:
        return opened.read()


def test_a_picture_comes_without_by_the_form(editor):
    form = {"title": "Held upright", "file": upload(), "description_zh_hans": "图"}
    assert editor.post("/admin/images/add/", form).status_code == 302
    assert secrets_in(stored(SiteImage.objects.latest("pk").file)) == []


def test_a_picture_comes_without_by_the_chooser(editor):
    prefix = "image-chooser-upload-"
    form = {"title": "Chosen", "file": upload(), "description_zh_hans": "图"}
    sent = {f"{prefix}{name}": value for name, value in form.items()}
    assert editor.post("/admin/images/chooser/create/", sent).status_code == 200
    assert secrets_in(stored(SiteImage.objects.get(title="Chosen").file)) == []


def test_a_picture_comes_without_by_the_form_for_many_also_if_it_waits_for_its_text(editor):
    ajax = {"headers": {"x-requested-with": "XMLHttpRequest"}}
    answer = editor.post(
        "/admin/images/multiple/add/", {"files[]": upload(), "title": "One of many"}, **ajax
    ).json()
    waiting = UploadedFile.objects.get(pk=answer["uploaded_file_id"])
    assert secrets_in(stored(waiting.file)) == []
    prefix = f"uploaded-image-{waiting.pk}-"
    sent = {f"{prefix}title": "One of many", f"{prefix}description_zh_hans": "图"}
    address = f"/admin/images/multiple/create_from_uploaded_image/{waiting.pk}/"
    assert editor.post(address, sent, **ajax).json()["success"]
    assert secrets_in(stored(SiteImage.objects.get(title="One of many").file)) == []


def portrait_form(editor) -> dict:
    named = {"name_email-first_name": "Wen", "name_email-email": "li@example.org"}
    return offered(editor, "/admin/account/", "form[enctype]") | named


def test_a_portrait_comes_without_small_and_upright(editor):
    large = coded(noise((900, 600)), "JPEG", exif=exif())
    form = portrait_form(editor)
    sent = form | {"avatar-avatar": SimpleUploadedFile("me.jpg", large)}
    assert editor.post("/admin/account/", sent).status_code == 302
    kept = stored(UserProfile.get_for_user(User.objects.get(username="editor")).avatar)
    assert secrets_in(kept) == []
    width, height = Image.open(io.BytesIO(kept)).size
    assert width < height <= 600


def test_a_portrait_that_is_refused_says_why(editor):
    bitmap = SimpleUploadedFile("me.bmp", coded(noise(), "BMP"))
    answer = editor.post("/admin/account/", portrait_form(editor) | {"avatar-avatar": bitmap})
    assert answer.status_code == 200
    assert "JPEG" in errors(answer)


@pytest.fixture
def old(db, settings) -> Iterator[SiteImage]:
    """A picture as it was stored before, with a rendition made of it."""
    before = set(stored_names())
    image = SiteImage(title="Old", description_zh_hans="图", focal_point_x=60, focal_point_y=40)
    image.focal_point_width = image.focal_point_height = 10
    image.file.save("old.jpg", SimpleUploadedFile("old.jpg", FILES["a.jpg"]), save=True)
    image.get_rendition("width-50|format-jpeg")
    yield image
    # The command has committed them, as far as the storage knows.
    for name in set(stored_names()) - before:
        Path(settings.MEDIA_ROOT, name).unlink()


@pytest.mark.every_database
def test_the_command_exchanges_what_was_stored_before(
    old, visitor, django_capture_on_commit_callbacks, capsys
):
    with old.renditions.get().file.open() as file:
        assert CAMERA in file.read(), "Renditions carry what is in the original."
    before, rendition = old.file.name, old.renditions.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        call_command("strip_pictures")
    assert before in capsys.readouterr().out
    image = SiteImage.objects.get(pk=old.pk)
    assert secrets_in(stored(image.file)) == []
    assert (image.width, image.height, image.focal_point_x) == (120, 80, 60)
    assert image.file_size == image.file.size
    storage = image.file.storage
    assert not [name for name in (before, rendition) if storage.exists(name)]
    assert visitor.get(image.file.url).status_code == 200
    assert CAMERA not in stored(image.get_rendition("width-50|format-jpeg").file)
    call_command("strip_pictures")
    assert " 0 exchanged." in capsys.readouterr().out


def test_the_command_only_says_what_it_would_do_if_it_is_asked_to(old, capsys):
    call_command("strip_pictures", dry_run=True)
    assert old.file.name in capsys.readouterr().out
    assert CAMERA in stored(SiteImage.objects.get(pk=old.pk).file)
