"""The groups that work on the texts, and their rights in the tree, the libraries and the languages.

``manage.py create_groups`` makes those that are missing. One that exists is never changed, so an
administrator may give and take rights at will.
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

from ..languages import get_language
from .per_language import APP_LABEL, Right, codename


@dataclass(frozen=True)
class Role:
    """A group: what it may do with pages, with the libraries and with the texts of languages.

    A name is stored once, so it is stored in the language of the site.
    """

    title: Promise
    page_actions: tuple[str, ...]
    library_actions: tuple[str, ...]
    rights: tuple[Right, ...]
    languages: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the group is called."""
        with override(settings.LANGUAGE_CODE):
            return str(self.title)


KEEPING = ("add", "change", "choose")
WRITING = (Right.EDIT, Right.SUBMIT)

EDITORS = Role(
    pgettext_lazy("group", "Editors (Chinese)"),
    ("add", "change"),
    KEEPING,
    WRITING,
    ("zh-hans",),
)
ENGLISH_TRANSLATORS = Role(
    pgettext_lazy("group", "Translators (English)"),
    ("change",),
    ("add", "choose"),
    WRITING,
    ("en",),
)
RUSSIAN_TRANSLATORS = Role(
    pgettext_lazy("group", "Translators (Russian)"),
    ("change",),
    ("add", "choose"),
    WRITING,
    ("ru",),
)
PUBLISHERS = Role(
    pgettext_lazy("group", "Publishers"),
    ("add", "change", "publish", "lock", "unlock"),
    KEEPING,
    tuple(Right),
    ("zh-hans", "en", "ru"),
)
ROLES = (EDITORS, ENGLISH_TRANSLATORS, RUSSIAN_TRANSLATORS, PUBLISHERS)


def create_groups() -> list[Group]:
    """Create the groups that do not exist, with rights for the whole tree; returns the new ones."""
    return [_create(role) for role in ROLES if not Group.objects.filter(name=role.name).exists()]


def _create(role: Role) -> Group:
    group = Group.objects.create(name=role.name)
    group.permissions.add(*_general_permissions(role))
    root = swapper.load_model("wagtailcore", "Page").get_first_root_node()
    for action in role.page_actions:
        GroupPagePermission.objects.create(group=group, page=root, permission_type=action)
    for permission in _library_permissions(role):
        GroupCollectionPermission.objects.create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
    if Right.PUBLISH in role.rights:
        _let_approve(group)
    return group


def _let_approve(group: Group) -> None:
    """Whoever may publish approves what editors submit, in the workflow that Wagtail comes with."""
    for task in GroupApprovalTask.objects.all():
        task.groups.add(group)


def _general_permissions(role: Role) -> Iterator[Permission]:
    yield Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for code in role.languages:
        for right in role.rights:
            yield Permission.objects.get(
                content_type__app_label=APP_LABEL, codename=codename(right, get_language(code))
            )


def _library_permissions(role: Role) -> Iterator[Permission]:
    """The rights on pictures and documents, which Wagtail keeps with its own models."""
    for policy in (image_policy(), document_policy()):
        for action in role.library_actions:
            yield Permission.objects.get(
                content_type__app_label=policy.app_label,
                codename=f"{action}_{policy.model_name}",
            )
