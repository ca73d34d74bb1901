"""A picture comes into the library with an alternative text, or as one that needs none."""

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect

from mep_site.media.models import SiteImage

from .admin_forms import errors
from .measuring.visit import PHONE
from .people import Person

ASKED = "请说明图片内容，或将其标为装饰性图片。"


def drawn(name: str = "river.png") -> SimpleUploadedFile:
    """A small picture."""
    file = BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue(), "image/png")


def upload(client, **described):
    fields = {"title": "River", "collection": "1", "file": drawn(), **described}
    return client.post(reverse("wagtailimages:add"), fields)


@pytest.mark.parametrize("text", ["", "   "])
def test_a_picture_without_an_alternative_text_is_not_taken(editor, text):
    assert ASKED in errors(upload(editor, description_zh_hans=text))
    assert not SiteImage.objects.filter(title="River").exists()


def test_a_translation_alone_is_not_enough(editor):
    assert ASKED in errors(upload(editor, description_en="A river"))


@pytest.mark.parametrize("described", [{"description_zh_hans": "一条河"}, {"decorative": "on"}])
def test_a_described_or_decorative_picture_is_taken(editor, described):
    upload(editor, **described)
    assert SiteImage.objects.filter(title="River").count() == 1


def test_of_many_pictures_none_is_taken_before_it_is_described(editor):
    answer = editor.post(reverse("wagtailimages:add_multiple"), {"files[]": drawn()})
    waiting = json.loads(answer.content)
    assert (waiting["success"], "image_id" in waiting) == (True, False)
    number = waiting["uploaded_file_id"]
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[number])
    prefix = f"uploaded-image-{number}"
    filled = {f"{prefix}-title": "River", f"{prefix}-collection": "1"}
    assert ASKED in json.loads(editor.post(url, filled).content)["form"]
    editor.post(url, filled | {f"{prefix}-description_zh_hans": "一条河"})
    assert SiteImage.objects.get(title="River").description_zh_hans == "一条河"


@pytest.mark.parametrize(
    ("client", "name"),
    [
        ("editor", "替代文字 (简体中文)"),
        ("english_in_images", "Alternative text (English)"),
        ("russian_in_images", "Альтернативный текст (Русский)"),
    ],
)
def test_the_field_is_called_what_it_is(request, client, name):
    page = request.getfixturevalue(client).get(reverse("wagtailimages:add"))
    assert name in page.content.decode()


@pytest.fixture
def english_in_images(english_translator):
    return _who_may_add(english_translator, "english")


@pytest.fixture
def russian_in_images(russian_translator):
    return _who_may_add(russian_translator, "russian")


def _who_may_add(client, username):
    from django.contrib.auth.models import User

    from mep_site.translations.permissions.groups import EDITORS

    role = User.objects.get(username="editor").groups.get(name=EDITORS.name)
    User.objects.get(username=username).groups.add(role)
    return client


@pytest.mark.browser
def test_pictures_that_are_uploaded_together_are_named_while_they_lack_a_text(site, chromium):
    context = chromium.new_context(viewport=PHONE)
    person = Person.is_signed_in(context, site, "editor")
    person.opens(reverse("wagtailimages:add_multiple"))
    tab = person.tab
    files = [
        {"name": name, "mimeType": "image/png", "buffer": drawn().read()}
        for name in ("river.png", "lake.png")
    ]
    tab.locator("#fileupload").set_input_files(files)
    forms = tab.locator("#upload-list form")
    forms.nth(1).wait_for()
    status = tab.locator("[data-undescribed]")
    assert "river.png, lake.png" in status.inner_text()
    person.types(forms.first.locator("[name$=description_zh_hans]"), "一条河")
    assert "river.png" not in status.inner_text()
    forms.nth(1).locator("[name$=decorative]").check()
    assert not status.is_visible()
    for left in (1, 0):
        forms.first.locator(".delete").click()
        expect(forms).to_have_count(left)
    context.close()
