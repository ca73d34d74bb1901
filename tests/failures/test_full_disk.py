"""Uploads while the disk is full: a clear answer, and no file or row of which half is there."""

import errno
import json
import os
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.urls import reverse
from django.utils.translation import override
from PIL import Image
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile

from mep_site.media.forms import NOT_STORED
from mep_site.media.models import SiteDocument, SiteImage

from ..admin_forms import offered

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FITS = 1_000


class LittleRoom:
    """A file that is being stored, for which there is no room after its first bytes."""

    def __init__(self, file):
        self.file = file

    def write(self, data):
        self.file.write(data[:FITS])
        if len(data) > FITS:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def close(self):
        self.file.close()


@pytest.fixture
def full_disk(monkeypatch):
    """No stored file grows beyond the first bytes: works everywhere, as no small disk does."""
    opened = os.fdopen
    monkeypatch.setattr(os, "fdopen", lambda *given: LittleRoom(opened(*given)))


def files():
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def rows():
    return [model.objects.count() for model in (SiteDocument, SiteImage, UploadedFile)]


def in_russian():
    user = User.objects.get(username="admin")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "ru"})


def picture():
    content = BytesIO()
    Image.effect_noise((300, 200), 50).save(content, "PNG")
    return SimpleUploadedFile("full.png", content.getvalue(), "image/png")


def document():
    content = b"%PDF-1.7\n" + b"x" * 10 * FITS + b"\n%%EOF"
    return SimpleUploadedFile("full.pdf", content, "application/pdf")


UPLOADS = [
    ("wagtaildocs:add", "file", document),
    ("wagtaildocs:add_multiple", "files[]", document),
    ("wagtaildocs_chooser:create", "document-chooser-upload-file", document),
    ("wagtailimages:add", "file", picture),
    ("wagtailimages:add_multiple", "files[]", picture),
    ("wagtailimages_chooser:create", "image-chooser-upload-file", picture),
]


@pytest.mark.parametrize(("address", "field", "upload"), UPLOADS)
def test_a_full_disk_is_told_beside_the_field(address, field, upload, admin, full_disk):
    in_russian()
    before = files(), rows()
    name = field.removesuffix("file").removesuffix("files[]")
    texts = {f"{name}title": "Full", f"{name}collection": "1", f"{name}decorative": "on"}
    script = {"X-Requested-With": "XMLHttpRequest"}
    answer = admin.post(reverse(address), texts | {field: upload()}, headers=script)
    assert answer.status_code == 200
    told = answer.content.decode()
    if answer.headers["Content-Type"].startswith("application/json"):
        told = " ".join(map(str, json.loads(told).values()))
    with override("ru"):
        assert str(NOT_STORED) in told
    assert (files(), rows()) == before


def test_what_somebody_uploaded_over_a_stale_form_is_not_left(
    admin, django_capture_on_commit_callbacks
):
    stored = SiteDocument.objects.first()
    url = reverse("wagtaildocs:edit", args=[stored.pk])
    mine = offered(admin, url)
    SiteDocument.objects.filter(pk=stored.pk).update(title="Theirs")
    before = files()
    with django_capture_on_commit_callbacks(execute=True):
        answer = admin.post(url, mine | {"file": document()})
    assert 'id="conflict"' in answer.content.decode()
    assert files() == before
    again = BeautifulSoup(answer.content, "html.parser").select_one("[name=stored_state]")
    mine["stored_state"] = again["value"]
    assert admin.post(url, mine | {"file": document()}).status_code == 302
    assert SiteDocument.objects.get(pk=stored.pk).file.size == len(document().read())


def test_an_upload_that_is_cut_off_by_a_full_disk_is_told_as_well(admin, monkeypatch):
    """A large one is kept on the disk while it comes in, before there is a form."""

    def is_full(*args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(settings, "FILE_UPLOAD_MAX_MEMORY_SIZE", 0)
    monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", is_full)
    in_russian()
    admin.raise_request_exception = False
    before = files(), rows()
    answer = admin.post(reverse("wagtaildocs:add"), {"title": "Full", "file": document()})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "На сервере нет места для файлов" in answer.content.decode()
    assert (files(), rows()) == before
