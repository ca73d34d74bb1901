"""System checks of the page types: what one lacks, and what is to be done about it.

What would lead to a wrong migration is an error, so ``makemigrations`` writes none. The rest are
warnings: who adds a page type is told at every command what is left to do.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from babel.messages.mofile import read_mo
from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning  # noqa: A004 - Django's name
from django.db.migrations import CreateModel, RenameModel
from django.db.models import Field
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation
from django.utils.functional import Promise
from django.utils.module_loading import module_has_submodule
from django.utils.translation import to_locale
from modeltranslation.translator import translator
from wagtail.admin.panels import Panel
from wagtail.models import get_page_models

from mep_site.settings.languages import LANGUAGE_OF_MESSAGES
from mep_site.translations.admin.forms.edit_handlers import PageTabs
from mep_site.translations.languages import languages

from .models import BasePage
from .models.listing import ListingMixin

PageType = type[BasePage]


def check_page_types(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Everything that the page types of these apps lack, of all apps by default."""
    models = [
        model
        for model in get_page_models()
        if model is not BasePage
        if app_configs is None or model._meta.app_config in app_configs
    ]
    faults = [fault for model in models for look in LOOKS for fault in look(model)]
    return [*faults, *_words(models), *_unread({model._meta.app_config for model in models})]


def _registration(model: PageType) -> Iterator[CheckMessage]:
    if not _is_registered(model):
        yield Error(
            "It is not registered for translation.",
            hint=f"In {_app(model)}/translation.py, register it with its texts as `fields`, "
            "or with NoTextsOfItsOwn.",
            obj=model,
            id="core.E001",
        )


def _form(model: PageType) -> Iterator[CheckMessage]:
    tabs = getattr(model, "edit_handler", None)
    if not isinstance(tabs, PageTabs):
        yield Error(
            "It has no form.",
            hint="Give it `edit_handler = page_tabs(texts=[…], facts=[…])`.",
            obj=model,
            id="core.E002",
        )
        return
    for name in tabs.texts:
        if _is_registered(model) and name not in _texts(model):
            yield Error(
                f"Its form takes '{name}' for a text, and that is not registered for translation.",
                hint=f"Name '{name}' in `fields` of {_app(model)}/translation.py.",
                obj=model,
                id="core.E003",
            )
    offered = {*tabs.texts, *_names(tabs.facts)}
    for field in _own_fields(model):
        if field.name not in offered:
            yield Error(
                f"No form offers '{field.name}'.",
                hint="Name it in `texts` of page_tabs() and register it for translation; or put "
                f"fact('{field.name}') into `facts`; or make it editable=False.",
                obj=model,
                id="core.E004",
            )


def _labels(model: PageType) -> Iterator[CheckMessage]:
    labels = {
        "Meta.verbose_name": model._meta.verbose_name,
        "Meta.verbose_name_plural": model._meta.verbose_name_plural,
        "page_description": _description(model),
        **{f"verbose_name of '{each.name}'": each.verbose_name for each in _own_fields(model)},
    }
    for name in (name for name, label in labels.items() if not isinstance(label, Promise)):
        yield Warning(
            f"It has no {name} that can be translated.",
            hint="Editors read it in their language: write it in English, in gettext_lazy().",
            obj=model,
            id="core.W001",
        )


def _place(model: PageType) -> Iterator[CheckMessage]:
    if model.parent_page_types is BasePage.parent_page_types:
        yield Warning(
            "It does not say below which pages it may stand.",
            hint='Name them: `parent_page_types = ["home.HomePage", "pages.SectionPage"]`.',
            obj=model,
            id="core.W002",
        )
    elif not model.allowed_parent_page_models():
        yield Warning(
            "It can stand nowhere.",
            hint="Name a page in its `parent_page_types` that sets no `subpage_types` of its own.",
            obj=model,
            id="core.W003",
        )


def _entries(model: PageType) -> Iterator[CheckMessage]:
    says_which = getattr(model, "entry_model", None) is not ListingMixin.entry_model
    below = [each._meta.label for each in model.allowed_subpage_models()]
    if not (says_which or len(below) == 1):
        yield Warning(
            f"It lists pages of one type; those that may stand below it: {', '.join(below)}.",
            hint="Let one page type name it in `parent_page_types`, or give it `entry_model`.",
            obj=model,
            id="core.W004",
        )


def _template(model: PageType) -> Iterator[CheckMessage]:
    try:
        get_template(model.template)
    except TemplateDoesNotExist as missing:
        yield Warning(
            f"It lacks the template {missing}.",
            hint=f'Write templates/{model.template}; it extends "base.html".',
            obj=model,
            id="core.W005",
        )


def _migration(model: PageType) -> Iterator[CheckMessage]:
    if model._meta.model_name not in _migrated(model._meta.app_config):
        yield Warning(
            "No migration makes its table.",
            hint=f"Run `manage.py makemigrations {model._meta.app_label}`.",
            obj=model,
            id="core.W006",
        )


LOOKS: tuple[Callable[[PageType], Iterator[CheckMessage]], ...] = (
    *(_registration, _form, _labels, _place, _entries, _template, _migration),
)


def _words(models: Sequence[PageType]) -> Iterator[CheckMessage]:
    """Labels without a translation; a language that has no catalogue lacks more than these."""
    for code in (
        language.code for language in languages() if language.code != LANGUAGE_OF_MESSAGES
    ):
        catalogue = settings.LOCALE_PATHS[0] / to_locale(code) / "LC_MESSAGES" / "django.mo"
        if catalogue.exists():
            yield from _untranslated(models, code, catalogue)


def _untranslated(models: Sequence[PageType], code: str, catalogue: Path) -> Iterator[CheckMessage]:
    translated = _translated(catalogue)
    source = catalogue.with_suffix(".po").relative_to(settings.BASE_DIR)
    for model in models:
        missing = ", ".join(repr(word) for word in sorted(_words_of(model) - translated))
        if missing:
            yield Warning(
                f"Not translated into {code}: {missing}.",
                hint=f"`make messages`, translate them in {source}, `make install`.",
                obj=model,
                id="core.W007",
            )


def _unread(apps: Iterable[AppConfig]) -> Iterator[CheckMessage]:
    """Modules of models that nothing imports, so that nobody knows of the page types in them."""
    for app in apps:
        package = app.models_module
        modules = iter_modules(getattr(package, "__path__", ()), f"{package.__name__}.")
        for name in (module.name for module in modules if module.name not in sys.modules):
            yield Warning(
                f"Nothing imports {name}.",
                hint=f"Import its models in {package.__name__.replace('.', '/')}/__init__.py.",
                obj=app,
                id="core.W008",
            )


# What they look at


def _app(model: PageType) -> str:
    """The folder of the app, as it stands in the project."""
    return model._meta.app_config.name.replace(".", "/")


def _is_registered(model: PageType) -> bool:
    return model in translator.get_registered_models()


def _texts(model: PageType) -> dict[str, set[Field]]:
    """The translated fields with their columns."""
    return translator.get_options_for_model(model).all_fields if _is_registered(model) else {}


def _names(panels: Sequence[Panel]) -> Iterator[str]:
    """The fields that these panels and those in them show."""
    for panel in panels:
        yield getattr(panel, "field_name", "")
        yield from _names(getattr(panel, "children", ()))


def _own_fields(model: PageType) -> list[Field]:
    """The fields that people fill in, beside those of every page, without columns of a language."""
    common = {field.name for field in BasePage._meta.get_fields()}
    columns = {column.name for fields in _texts(model).values() for column in fields}
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in common | columns
    ]


def _description(model: PageType) -> object:
    return getattr(model, "page_description", None)


def _words_of(model: PageType) -> set[str]:
    """The English words by which editors know the type and its fields."""
    fields = _own_fields(model)
    words = [model._meta.verbose_name, model._meta.verbose_name_plural, _description(model)]
    words += [field.verbose_name for field in fields] + [field.help_text for field in fields]
    with translation.override(None):
        return {str(word) for word in words if isinstance(word, Promise)}


def _migrated(app: AppConfig) -> set[str]:
    """The models that the migrations of an app make, or name anew, in small letters."""
    if not module_has_submodule(app.module, "migrations"):
        return set()
    package = import_module(f"{app.name}.migrations")
    modules = iter_modules(package.__path__, f"{package.__name__}.")
    migrations = [import_module(module.name).Migration for module in modules]
    listed = [operation for migration in migrations for operation in migration.operations]
    # Those of `CreateModels` stand inside it.
    operations = [inner for each in listed for inner in getattr(each, "operations", [each])]
    made = {each.name_lower for each in operations if isinstance(each, CreateModel)}
    return made | {each.new_name_lower for each in operations if isinstance(each, RenameModel)}


def _translated(catalogue: Path) -> set[str]:
    """The English words of all messages that a compiled catalogue has."""
    with catalogue.open("rb") as file:
        messages = read_mo(file)
    return {each.id if isinstance(each.id, str) else each.id[0] for each in messages}
