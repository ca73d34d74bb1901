"""What is asked of an address: its arguments by their names, and what else it has to be told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.utils.http import urlencode
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Site, Task, Workflow

from mep_site.media.models import SiteDocument, SiteImage
from mep_site.terms.models import ApprovedTerm
from mep_site.translations.admin.actions.api import EditionsAPIViewSet

from .addresses import Address
from .belongings import Belongings


@dataclass(frozen=True)
class Request:
    """Something to ask of an address; ``of`` tells apart what one address does to several things.

    ``body`` is what a POST sends, where an empty form would not come to the question of rights.
    """

    address: Address
    url: str
    of: str = ""
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.address.name} {self.of}".rstrip()


Value = Callable[[Belongings], Any]

# By the name of the argument, wherever no other rule is nearer.
ARGUMENTS: dict[str, Value] = {
    "page_id": lambda own: own.of_place.page.pk,
    "page_pk": lambda own: own.of_place.page.pk,
    "page_to_move_id": lambda own: own.of_place.page.pk,
    "parent_page_id": lambda own: own.of_place.parent.pk,
    "destination_id": lambda own: own.of_place.parent.pk,
    "content_type_app_name": lambda own: "news",
    "content_type_model_name": lambda own: "activity",
    "app_label": lambda own: "news",
    "model_name": lambda own: "activity",
    "revision_id": lambda own: own.revisions[0].pk,
    "revision_id_a": lambda own: own.revisions[0].pk,
    "revision_id_b": lambda own: own.revisions[1].pk,
    "collection_id": lambda own: own.of_place.collection.pk,
    "image_id": lambda own: own.of_place.image.pk,
    "document_id": lambda own: own.of_place.document.pk,
    "doc_id": lambda own: own.of_place.document.pk,
    "redirect_id": lambda own: Redirect.objects.get().pk,
    "workflow_pk": lambda own: Workflow.objects.get().pk,
    "task_id": lambda own: Task.objects.get().pk,
    "code": lambda own: own.language.code,
    "session_id": lambda own: own.session.pk,
    "object_id": lambda own: own.of_place.page.pk,
    "unit_id": lambda own: "title",
    "step": lambda own: "submit",
    "filter_spec": lambda own: "original",
    "ending": lambda own: "csv",
    "number": lambda own: 0,
    "language": lambda own: own.language.code,
    "uidb64": lambda own: "MQ",
    "token": lambda own: "set-password",
    "restriction_id": lambda own: 1,
    "action_name": lambda own: "approve",
    "task_state_id": lambda own: own.of_place.task_state.pk,
    "workflow_state_id": lambda own: own.of_place.task_state.workflow_state_id,
    "name": lambda own: "topics",
}
# The same by the beginning of the address's name; the first rule that fits.
NEARER: list[tuple[str, str, Value]] = [
    ("mfa_", "pk", lambda own: 1),
    ("wagtailadmin_api:pages", "pk", lambda own: own.of_place.page.pk),
    ("wagtailadmin_api:images", "pk", lambda own: own.of_place.image.pk),
    ("wagtailadmin_api:documents", "pk", lambda own: own.of_place.document.pk),
    ("wagtailadmin_pages:revisions_compare", "pk", lambda own: own.of_place.page.pk),
    ("wagtailadmin_pages:convert_alias", "page_id", lambda own: own.of_place.alias.pk),
    ("wagtailadmin_pages:workflow", "page_id", lambda own: own.of_place.in_review.pk),
    ("wagtailadmin_pages:collect", "page_id", lambda own: own.of_place.in_review.pk),
    ("wagtailadmin_pages:confirm", "page_id", lambda own: own.of_place.in_review.pk),
    ("wagtailadmin_choose_page", "parent_page_id", lambda own: own.of_place.draft.pk),
    ("wagtailadmin_collections", "pk", lambda own: own.of_place.collection.pk),
    ("wagtailadmin_workflows:add_task", "app_label", lambda own: "wagtailcore"),
    ("wagtailadmin_workflows:add_task", "model_name", lambda own: "groupapprovaltask"),
    ("wagtailadmin_workflows:edit_task", "pk", lambda own: Task.objects.get().pk),
    ("wagtailadmin_workflows:disable_task", "pk", lambda own: Task.objects.get().pk),
    ("wagtailadmin_workflows:enable_task", "pk", lambda own: Task.objects.get().pk),
    ("wagtailadmin_workflows", "pk", lambda own: Workflow.objects.get().pk),
    ("wagtailadmin_editing_sessions", "app_label", lambda own: "core"),
    ("wagtailadmin_editing_sessions", "model_name", lambda own: "basepage"),
    ("wagtailadmin_tag_model_autocomplete", "app_name", lambda own: "taggit"),
    ("wagtailadmin_tag_model_autocomplete", "model_name", lambda own: "tag"),
    ("wagtaildocs:", "uploaded_file_id", lambda own: own.upload(SiteDocument).pk),
    ("wagtailimages:", "uploaded_file_id", lambda own: own.upload(SiteImage).pk),
    ("wagtaildocs_chooser", "pk", lambda own: own.of_place.document.pk),
    ("wagtailimages_chooser", "pk", lambda own: own.of_place.image.pk),
    ("wagtaildocs_serve", "_0", lambda own: own.of_place.document.pk),
    ("wagtaildocs_serve", "_1", lambda own: own.of_place.document.filename),
    ("exchange:import", "pk", lambda own: own.transfer.pk),
    ("desk:delete_filter", "pk", lambda own: own.saved_filter.pk),
    ("terms", "pk", lambda own: ApprovedTerm.objects.first().pk),
    ("memory:", "pk", lambda own: own.memory_pair.pk),
    ("memory_imports", "pk", lambda own: own.memory_import.pk),
    ("error_reports", "pk", lambda own: own.report.pk),
    ("legacy_readings:progress", "pk", lambda own: own.legacy_import.pk),
    ("legacy_readings:read_again", "pk", lambda own: own.refused_capture.pk),
    ("legacy_readings", "pk", lambda own: own.reading.pk),
    ("legacy_anomalies", "pk", lambda own: own.reading.anomalies.first().pk),
    ("wagtailsites", "pk", lambda own: Site.objects.get().pk),
    ("wagtailusers_users", "pk", lambda own: User.objects.get(username="russian").pk),
    ("wagtailusers_groups", "pk", lambda own: Group.objects.first().pk),
]
# What choosers are asked about when several things were chosen, by the beginning of the name.
CHOSEN: dict[str, Value] = {
    "wagtailadmin_choose_page_chosen_multiple": lambda own: own.of_place.draft.pk,
    "wagtaildocs_chooser:chosen_multiple": lambda own: own.of_place.document.pk,
    "wagtailimages_chooser:chosen_multiple": lambda own: own.of_place.image.pk,
}
SNIPPETS = ("wagtailsnippets_", "wagtailsnippetchoosers_")
# What the API has to be told, by the name of the action.
API_BODIES: dict[str, Callable[[Belongings], dict[str, Any]]] = {
    "copy": lambda own: {"slug": "a-copy"},
    "create_alias": lambda own: {"update_slug": "an-alias"},
    "move": lambda own: {"destination_page_id": own.of_place.parent.pk},
    "publish": lambda own: {"language": own.language.code},
    "unpublish": lambda own: {"language": own.language.code},
    "revert_to_page_revision": lambda own: {
        "language": own.language.code,
        "revision_id": own.revisions[0].pk,
    },
}
# The same for actions on several things.
BULK_BODIES: dict[str, Callable[[Belongings], dict[str, Any]]] = {
    "add_tags": lambda own: {"tags": "tag"},
    "add_to_collection": lambda own: {"collection": own.of_place.collection.pk},
    "assign": lambda own: {"assignee": own.owner.pk},
    "assign_role": lambda own: {"role": Group.objects.first().pk},
    "unpublish": lambda own: {"languages": own.language.code},
}


# Addresses that do several things, for each of which there is a request.
EXPANDED = {
    "wagtail_bulk_action",
    "wagtailadmin_api:pages:action",
    "wagtailsettings:edit",
    "wagtailsettings:preview_on_edit",
}


def requests_for(address: Address, own: Belongings) -> Iterator[Request]:
    """All that is asked of an address for somebody's belongings."""
    if address.name == "wagtail_bulk_action":
        yield from _bulk_actions(address, own)
    elif address.name == "wagtailadmin_api:pages:action":
        yield from _api_actions(address, own)
    elif address.name.partition("/")[0] in EXPANDED:
        yield from _settings(address)
    else:
        values = {name: value_of(name, address, own) for name in address.arguments}
        query = urlencode({"language": own.language.code, **_query(address, own)})
        yield Request(address, f"{address.url(values)}?{query}")


def value_of(argument: str, address: Address, own: Belongings) -> Any:
    """What stands in the place of an argument; ``KeyError`` if no rule says so."""
    for start, name, value in NEARER:
        if name == argument and address.name.startswith(start):
            return value(own)
    if argument == "pk" and address.namespace.startswith(SNIPPETS):
        return own.chosen(apps.get_model(*address.namespace.split("_")[1:])).pk
    return ARGUMENTS[argument](own)


def _query(address: Address, own: Belongings) -> dict[str, Any]:
    """What addresses are told that name in their query what they are about."""
    for start, chosen in CHOSEN.items():
        if address.name.startswith(start):
            return {"id": chosen(own)}
    return {"page": own.of_place.draft.pk, "q": own.of_place.word[:8]}


def _bulk_actions(address: Address, own: Belongings) -> Iterator[Request]:
    bulk_action_registry.get_bulk_actions_for_model("", "")
    for app_label, models in bulk_action_registry.actions.items():
        for model_name, actions in models.items():
            chosen = own.chosen(apps.get_model(app_label, model_name))
            for action in actions:
                values = {"app_label": app_label, "model_name": model_name, "action": action}
                url = f"{address.url(values)}?id={chosen.pk}"
                body = BULK_BODIES[action](own) if action in BULK_BODIES else {}
                yield Request(address, url, f"{app_label}.{model_name} {action}", body)


def _api_actions(address: Address, own: Belongings) -> Iterator[Request]:
    for action in EditionsAPIViewSet.actions:
        values = {"pk": own.of_place.page.pk, "action_name": action}
        body = API_BODIES[action](own) if action in API_BODIES else {}
        yield Request(address, address.url(values), action, body)


def _settings(address: Address) -> Iterator[Request]:
    for model in settings_registry:
        values = {
            "app_name": model._meta.app_label,
            "model_name": model._meta.model_name,
            "pk": Site.objects.get().pk,
        }
        yield Request(address, address.url(values), model._meta.label_lower)
