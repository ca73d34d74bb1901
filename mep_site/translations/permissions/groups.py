"""The groups that work on the texts: their permissions for pages, libraries and languages.

``manage.py create_groups`` makes those that are missing. One that exists is never changed, so an
administrator may give and take permissions at will.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import swapper
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.utils.functional import Promise
from django.utils.translation import override, pgettext_lazy
from wagtail.documents import get_permission_policy as document_policy
from wagtail.images import get_permission_policy as image_policy
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
)

from ..languages import Language, authoritative, languages
from ..languages.naming import lazy_sentence_about
from .per_language import APP_LABEL, PermissionType, codename


@dataclass(frozen=True)
class GroupDefinition:
    """A group: what it may do with pages, with the libraries and with the texts of languages.

    A name is stored once, so it is stored in the language of the site.
    """

    title: Promise
    page_actions: tuple[str, ...]
    library_actions: tuple[str, ...]
    permissions: tuple[PermissionType, ...]
    languages: tuple[Language, ...]

    @property
    def name(self) -> str:
        with override(settings.LANGUAGE_CODE):
            return str(self.title)


KEEPING = ("add", "change", "choose")
WRITING = (PermissionType.EDIT, PermissionType.SUBMIT)

EDITORS = GroupDefinition(
    lazy_sentence_about(authoritative(), "group"),
    ("add", "change"),
    KEEPING,
    WRITING,
    (authoritative(),),
)
# By the code of the language.
TRANSLATORS = {
    language.code: GroupDefinition(
        lazy_sentence_about(language, "group"), ("change",), ("add", "choose"), WRITING, (language,)
    )
    for language in languages()
    if not language.is_authoritative
}
PUBLISHERS = GroupDefinition(
    pgettext_lazy("group", "Publishers"),
    ("add", "change", "publish", "lock", "unlock"),
    KEEPING,
    tuple(PermissionType),
    languages(),
)
GROUPS = (EDITORS, *TRANSLATORS.values(), PUBLISHERS)

_further: dict[PermissionType, list[str]] = {}


def give_permissions(holders: PermissionType, *permissions: str) -> None:
    """Let new groups that may do so with texts also hold these permissions: ``app.codename``.

    For apps that this one must not know; they say so in the ``ready`` of their configuration.
    """
    known = _further.setdefault(holders, [])
    known.extend(name for name in permissions if name not in known)


def create_groups() -> list[Group]:
    """Create the groups that do not exist, for the whole tree; returns the new ones."""
    return [
        _create(definition)
        for definition in GROUPS
        if not Group.objects.filter(name=definition.name).exists()
    ]


def _create(definition: GroupDefinition) -> Group:
    group = Group.objects.create(name=definition.name)
    group.permissions.add(*_general_permissions(definition))
    root = swapper.load_model("wagtailcore", "Page").get_first_root_node()
    for action in definition.page_actions:
        GroupPagePermission.objects.create(group=group, page=root, permission_type=action)
    for permission in _library_permissions(definition):
        GroupCollectionPermission.objects.create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
    if PermissionType.PUBLISH in definition.permissions:
        _let_approve(group)
    return group


def _let_approve(group: Group) -> None:
    """Whoever may publish approves what editors submit, in the workflow that Wagtail comes with."""
    for task in GroupApprovalTask.objects.all():
        task.groups.add(group)


def _general_permissions(definition: GroupDefinition) -> Iterator[Permission]:
    yield Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for permission_type in definition.permissions:
        for name in _further.get(permission_type, ()):
            app_label, _, own = name.partition(".")
            yield Permission.objects.get(content_type__app_label=app_label, codename=own)
    for language in definition.languages:
        for permission_type in definition.permissions:
            yield Permission.objects.get(
                content_type__app_label=APP_LABEL, codename=codename(permission_type, language)
            )


def _library_permissions(definition: GroupDefinition) -> Iterator[Permission]:
    """The permissions on pictures and documents, which Wagtail keeps with its own models."""
    for policy in (image_policy(), document_policy()):
        for action in definition.library_actions:
            yield Permission.objects.get(
                content_type__app_label=policy.app_label,
                codename=f"{action}_{policy.model_name}",
            )
