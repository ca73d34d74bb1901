"""The edit forms of the admin, found by its addresses, and something to edit in each."""

from collections.abc import Callable, Iterator
from itertools import count

from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.urls.resolvers import URLResolver
from wagtail.admin.views.generic import EditView
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.registry import registry
from wagtail.models import Collection, GroupApprovalTask, Site, Workflow

from mep_site.feedback.models import ErrorReport
from mep_site.home.models import HomePage
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.search.models import Pick
from mep_site.terms.models import ApprovedTerm

SETTING = "wagtailsettings:edit"
TASK = "wagtailadmin_workflows:edit_task"
LINK = "https://www.example.org/"
TYPED = "textarea[name], input[type=text][name]:not([disabled]), input[type=url][name]"
# Controls for texts that mean something else than text.
NO_TEXTS = ["hostname", "slug", "iso_code"]


def patterns(resolver: URLResolver, above: tuple[str, ...] = ()) -> Iterator[tuple[str, Callable]]:
    """The full name of each address below a resolver, and its view."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each, (*above, each.namespace) if each.namespace else above)
        elif isinstance(each, URLPattern):
            yield ":".join([*above, each.name or ""]), each.callback


VIEWS = dict(patterns(get_resolver()))
NAMES = [
    name
    for name, view in VIEWS.items()
    if issubclass(getattr(view, "view_class", object), EditView) and name != SETTING
]
FORMS = NAMES + [f"{SETTING} {model._meta.label_lower}" for model in registry]

number = count()


def _pick() -> Pick:
    return Pick.objects.create(page=HomePage.objects.get(), language="en", queries="old")


def _report() -> ErrorReport:
    return ErrorReport.objects.create(address="/en/", language="en", kind="other", message="Old")


def _redirect() -> Redirect:
    return Redirect.objects.create(old_path=f"/old-{next(number)}", redirect_link=LINK)


def _user() -> User:
    name = {"first_name": "Old", "last_name": "Old"}
    return User.objects.create_user(f"old-{next(number)}", "old@example.org", **name)


def _task() -> GroupApprovalTask:
    task = GroupApprovalTask.objects.create(name="Old")
    task.groups.set(Group.objects.all()[:1])
    return task


# What is edited where it is not the first of the model of the view. What is there is left there.
THERE: dict[str, Callable[[], Model]] = {
    "wagtaildocs:edit": SiteDocument.objects.first,
    "wagtailimages:edit": SiteImage.objects.first,
}
MADE: dict[str, Callable[[], Model]] = {
    "wagtailadmin_collections:edit": lambda: Collection.get_first_root_node().add_child(name="Old"),
    "wagtailadmin_workflows:edit": lambda: Workflow.objects.create(name="Old"),
    TASK: _task,
    "wagtailredirects:edit": _redirect,
    "wagtailsnippets_search_pick:edit": _pick,
    "wagtailusers_users:edit": _user,
    "wagtailusers_groups:edit": lambda: Group.objects.create(name=f"Old {next(number)}"),
    "error_reports:edit": _report,
    "terms:edit": lambda: ApprovedTerm.objects.create(chinese=f"词{next(number)}"),
}
# What two people change where the form has no text that one may type as one likes.
CHANGED: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "wagtailredirects:edit": ({"redirect_link": f"{LINK}A"}, {"redirect_link": f"{LINK}B"}),
    "wagtailusers_users:edit": ({"first_name": "A"}, {"first_name": "B"}),
    "wagtailsettings:edit proposals.machinesettings": (
        {"sends_published": "on"},
        {"labels_texts": "on"},
    ),
}


def something_to_edit(form: str) -> tuple[Model, str]:
    """What a form edits, and the address of the form."""
    name, _, label = form.partition(" ")
    if label:
        model = next(each for each in registry if each._meta.label_lower == label)
        site = Site.objects.get()
        return model.for_site(site), reverse(name, args=[*label.split("."), site.pk])
    if made := (MADE | THERE).get(name):
        stored = made()
    else:
        view = VIEWS[name]
        stored = (view.view_initkwargs.get("model") or view.view_class.model).objects.first()
    return stored, reverse(name, args=[stored.pk])


def changes(form: str, client: Client, url: str) -> tuple[dict[str, str], dict[str, str]]:
    """What two people type into a form; each changes something that the other one has not."""
    if form in CHANGED:
        return CHANGED[form]
    if form == TASK:
        first, second = Group.objects.values_list("pk", flat=True)[1:3]
        return {"groups": str(first)}, {"groups": str(second)}
    page = BeautifulSoup(client.get(url).content, "html.parser")
    controls = page.select_one("form[data-edit-form]").select(TYPED)
    name = next(each["name"] for each in controls if each["name"] not in NO_TEXTS)
    return {name: "Text A"}, {name: "Text B"}


def as_stored(stored: Model) -> Model:
    """The same thing, read anew."""
    return type(stored)._base_manager.get(pk=stored.pk)


def remembered(stored: Model) -> Callable[[], None]:
    """What makes it again what it is now, with what it is related to."""
    usual = as_stored(stored)
    related = {each.name: each.value_from_object(usual) for each in usual._meta.many_to_many}

    def put_back() -> None:
        usual.save()
        for name, rows in related.items():
            getattr(usual, name).set(rows)

    return put_back


def state(stored: Model) -> dict[str, object]:
    """What is in its columns, without the moments of changes, and what it is related to."""
    row, fields = as_stored(stored), stored._meta.concrete_fields
    names = [field.attname for field in fields if not field.name.endswith("_at")]
    related = {
        field.name: [str(each.pk) for each in field.value_from_object(row)]
        for field in stored._meta.many_to_many
    }
    return related | {name: getattr(row, name) for name in names}


def says(stored: Model, typed: dict[str, str]) -> bool:
    """Whether what was typed, ticked or chosen is stored."""
    row = state(stored)
    return all(row[name] in (value, [value], value == "on") for name, value in typed.items())


def taken_away(form: str, stored: Model) -> None:
    """Delete what was made to be edited."""
    if form in MADE:
        as_stored(stored).delete()
