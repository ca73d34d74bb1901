"""Pictures of a private collection: at their address, too, they are for those who may see them."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import override_settings
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.users.models import UserProfile

from mep_site.media.models import SiteImage
from mep_site.translations.permissions.groups import EDITORS

LOGIN, GROUPS = CollectionViewRestriction.LOGIN, CollectionViewRestriction.GROUPS


@pytest.fixture
def picture(db) -> SiteImage:
    """A picture in a collection of its own."""
    collection = Collection.get_first_root_node().add_child(name="Unpublished")
    image = get_image_model().objects.first()
    image.collection = collection
    image.save()
    return image


def addresses(image: SiteImage) -> list[str]:
    """Where the file of the picture is, and that of a rendition."""
    return [image.file.url, image.get_rendition("width-100").url]


def guard(collection: Collection, kind: str) -> CollectionViewRestriction:
    return CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind)


def statuses(client, image: SiteImage) -> set[int]:
    return {client.get(url).status_code for url in addresses(image)}


def test_a_public_picture_is_for_everybody_and_may_be_kept_for_a_day(visitor, picture):
    for url in addresses(picture):
        answer = visitor.get(url)
        assert (answer.status_code, answer["Content-Type"].split("/")[0]) == (200, "image")
        assert answer["Cache-Control"] == "public, max-age=86400"
        assert "sandbox" in answer["Content-Security-Policy"]
        assert b"".join(answer.streaming_content)


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("kind", [LOGIN, GROUPS])
def test_a_stranger_is_sent_to_the_login(kind, visitor, picture):
    guard(picture.collection, kind)
    for url in addresses(picture):
        answer = visitor.get(url)
        assert answer.status_code == 302
        assert "login" in answer["Location"]


def test_what_lies_above_a_collection_guards_it_too(visitor, picture):
    guard(Collection.get_first_root_node(), LOGIN)
    assert statuses(visitor, picture) == {302}


def test_members_of_the_group_see_it_and_other_readers_do_not(client, visitor, picture):
    group = Group.objects.create(name="Readers")
    guard(picture.collection, GROUPS).groups.add(group)
    reader = User.objects.create_user("reader")
    client.force_login(reader)
    assert statuses(client, picture) == {302}
    reader.groups.add(group)
    client.force_login(User.objects.get(pk=reader.pk))
    assert statuses(client, picture) == {200}


def test_who_finds_it_in_the_library_of_the_admin_sees_it(editor, picture):
    guard(picture.collection, GROUPS)
    assert User.objects.filter(groups__name=EDITORS.name).exists()
    assert statuses(editor, picture) == {200}


@pytest.mark.asvs("14.2.2")
def test_no_cache_keeps_a_private_picture(editor, picture):
    guard(picture.collection, LOGIN)
    assert editor.get(picture.file.url)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "path", ["images/none.jpg", "original_images/../../test.sqlite3", "documents/a.pdf", "images/"]
)
def test_what_is_no_picture_has_no_address(path, visitor, db):
    assert visitor.get(f"/media/{path}").status_code == 404


def test_a_document_has_no_address_beside_its_own(visitor, db):
    from mep_site.media.models import SiteDocument

    document = SiteDocument.objects.first()
    assert visitor.get(document.file.url).status_code in {200, 404}
    assert visitor.get(f"/media/{document.file.name}").status_code == 404


def test_a_portrait_is_for_colleagues(visitor, editor, picture):
    profile = UserProfile.get_for_user(User.objects.get(username="editor"))
    profile.avatar.save("face.png", picture.file)
    assert visitor.get(profile.avatar.url).status_code == 404
    assert editor.get(profile.avatar.url).status_code == 200
    assert editor.get("/media/avatar_images/nobody.png").status_code == 404


def test_the_web_server_in_front_hands_the_file_out(visitor, picture, settings):
    from wagtail.utils import sendfile

    options = {
        "SENDFILE_BACKEND": "django_sendfile.backends.nginx",
        "SENDFILE_ROOT": settings.MEDIA_ROOT,
        "SENDFILE_URL": "/allowed-uploads",
    }
    with override_settings(**options):
        sendfile._get_sendfile.clear()
        answer = visitor.get(picture.file.url)
    sendfile._get_sendfile.clear()
    assert answer["X-Accel-Redirect"] == f"/allowed-uploads/{picture.file.name}"
    assert answer.content == b""
