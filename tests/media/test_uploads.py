"""Uploads that cannot be taken: each is refused beside its field, with what to do."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from mep_site.media.models import SiteImage
from tests.admin_forms import errors


def damaged(kind: str) -> bytes:
    """The first half of a picture, as a broken connection leaves it."""
    file = io.BytesIO()
    Image.effect_noise((300, 200), 80).convert("RGB").save(file, kind)
    return file.getvalue()[: file.tell() // 2]


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.gif", "GIF"), ("a.webp", "WEBP")]
)
@pytest.mark.parametrize("address", ["/admin/images/add/", "/admin/images/multiple/add/"])
def test_a_damaged_picture_is_refused_in_words(name, kind, address, editor):
    before = SiteImage.objects.count()
    form = {"title": name, "file": SimpleUploadedFile(name, damaged(kind))}
    if "multiple" in address:
        form = {"files[]": form["file"], "title": name}
        answer = editor.post(address, form, headers={"x-requested-with": "XMLHttpRequest"})
        said = answer.json().get("error_message", "")
    else:
        answer = editor.post(address, form)
        said = errors(answer)
    assert answer.status_code == 200
    assert "损坏" in said
    assert SiteImage.objects.count() == before
