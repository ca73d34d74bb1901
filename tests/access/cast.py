"""The roles: who asks, and whether for what is theirs or for what is somebody else's."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from departments.models import Leader
from mep_site.core.models import BasePage
from mep_site.translations.permissions.groups import KEEPING


@dataclass(frozen=True)
class Place:
    """A part of the site that somebody may be restricted to: a section, and a collection."""

    section: BasePage
    collection: Collection


@dataclass(frozen=True)
class Role:
    """Somebody who asks for the text in ``language`` of pages in ``place``.

    What belongs to a person, such as an upload, is theirs if ``owns``, else the administrator's.
    """

    name: str
    user: User | None
    language: str
    place: Place
    owns: bool = True

    def client(self) -> Client:
        """A browser in which they have signed in."""
        client = Client(raise_request_exception=False)
        if self.user:
            client.force_login(self.user)
        return client


STRANGER = "stranger"
# Somebody who may enter the admin and nothing else.
GUEST = "guest"
EDITOR = "editor"
# The translator into English, and the one into Russian where the English text is asked for.
TRANSLATOR = "translator"
FOREIGN = "translator of another language"
PUBLISHER = "publisher"
ADMINISTRATOR = "administrator"
# An editor whose group has one section and one collection, and who asks for another one.
AT_HOME = "editor of the section"
ELSEWHERE = "editor of another section"


def all_roles() -> list[Role]:
    """The roles, each with a user of the demo or a new one."""
    home, elsewhere = (
        Place(leader, Collection.get_first_root_node().add_child(name=leader.slug))
        for leader in Leader.objects.order_by("path")[:2]
    )
    people = {each.username: each for each in User.objects.all()}
    local = _local_editor(home)
    return [
        Role(STRANGER, None, "zh-hans", home),
        Role(GUEST, _guest(), "zh-hans", home, owns=False),
        Role(EDITOR, people["editor"], "zh-hans", home),
        Role(TRANSLATOR, people["english"], "en", home),
        Role(FOREIGN, people["russian"], "en", home, owns=False),
        Role(PUBLISHER, people["publisher"], "en", home),
        Role(ADMINISTRATOR, people["admin"], "zh-hans", home),
        Role(AT_HOME, local, "zh-hans", home),
        Role(ELSEWHERE, local, "zh-hans", elsewhere, owns=False),
    ]


def _guest() -> User:
    user = User.objects.create_user("guest")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def _local_editor(place: Place) -> User:
    user = User.objects.create_user("local")
    group = Group.objects.create(name="Local editors")
    names = ["access_admin", "edit_zh_hans", "submit_zh_hans"]
    group.permissions.set(Permission.objects.filter(codename__in=names))
    for action in ("add", "change"):
        GroupPagePermission.objects.create(group=group, page=place.section, permission_type=action)
    kept = [f"{action}_{kind}" for action in KEEPING for kind in ("image", "document")]
    for permission in Permission.objects.filter(codename__in=kept):
        GroupCollectionPermission.objects.create(
            group=group, collection=place.collection, permission=permission
        )
    user.groups.add(group)
    return user
