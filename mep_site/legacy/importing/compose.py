"""Pages from a derivation; nothing is saved here.

Every text goes where its target says, whatever the type of page: into a column per language, a
block of a body, a row.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Field, TextField
from django.utils import translation
from django.utils.translation import gettext as _
from modeltranslation.translator import translator
from wagtail.fields import StreamField

from cooperation.models import CooperationIndex, Programme
from departments.models import Department, Institution
from mep_site.core.models import BasePage, Row
from mep_site.legacy.reading.languages import CHINESE, LANGUAGES
from mep_site.legacy.structure.doubts import Anomaly, Code
from mep_site.legacy.structure.fitting import full_url
from mep_site.legacy.structure.segments import Derivation
from mep_site.legacy.structure.sketch import PageSketch
from mep_site.pages.models import StandardPage
from mep_site.translations.content.rows import row_relations
from mep_site.translations.languages import languages
from news.models import Activity, NewsArticle, PolicyArticle

from .parents import TITLES, title_columns
from .states import StateRegister, looks_like_organisation
from .streams import Path, Texts, as_one_line, ids_within, stable_id, stream_columns

MODELS: dict[str, type[BasePage]] = {
    "department": Department,
    "institution": Institution,
    "activity": Activity,
    "news": NewsArticle,
    "policy": PolicyArticle,
    "report": StandardPage,
    "standard": StandardPage,
    "programme": Programme,
    "cooperation_index": CooperationIndex,
}
# What tells a capture from others in a provisional title and in a slug.
MARK_LENGTH = 8


@dataclass
class Composer:
    """Makes the pages of one capture."""

    sha256: str
    derivation: Derivation
    anomalies: list[Anomaly] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """The beginning of the fingerprint."""
        return self.sha256[:MARK_LENGTH]

    @cached_property
    def states(self) -> StateRegister:
        """The approved table."""
        return StateRegister()

    def page(self, number: int, sketch: PageSketch) -> BasePage:
        """A page with its texts and rows."""
        model = MODELS[sketch.model]
        fields = fields_of(self.derivation, number)
        page = model(**self._columns(model, number, fields))
        for relation in row_relations(model):
            name = relation.get_accessor_name()
            if name in fields:
                rows = self._rows(relation.related_model, number, name, fields[name])
                setattr(page, name, rows)
        if sketch.model == "cooperation_index":
            for column, title in title_columns(TITLES[CooperationIndex]).items():
                setattr(page, column, title)
        if not page.available_languages:
            self._set_provisional_title(page, fields)
        return page

    def _columns(
        self, model: type[BasePage], number: int, fields: Mapping[str, Mapping[Path, Texts]]
    ) -> dict[str, Any]:
        columns: dict[str, Any] = {}
        own = {each.name: each for each in model._meta.get_fields() if isinstance(each, Field)}
        for name, texts in fields.items():
            if isinstance(own.get(name), StreamField):
                columns |= stream_columns(name, texts, ids_within(self.sha256, number, name))
            elif name in own:
                columns |= field_columns(model, name, texts[()])
        return columns

    def _rows(
        self, model: type[Row], number: int, relation: str, texts: Mapping[Path, Texts]
    ) -> list[Row]:
        parts: dict[int | str, dict[str, Texts]] = defaultdict(dict)
        for (row, part), value in texts.items():
            parts[row][str(part)] = value
        rows = []
        for place, row in enumerate(sorted(parts)):
            columns = self._member(parts[row]) if relation == "members" else {}
            for name, value in parts[row].items():
                if relation != "members" or name != "name":
                    columns |= field_columns(model, name, value)
            key = stable_id(self.sha256, number, relation, row)
            rows.append(model(key=key, sort_order=place, **columns))
        return rows

    def _member(self, parts: Mapping[str, Texts]) -> dict[str, Any]:
        """A state of the approved table, else the name as it stands in the text."""
        names = parts.get("name", {})
        found = self.states.find(names)
        if len(found) == 1:
            return {"country": found.pop()}
        code = Code.STATES_DIFFER if found else Code.UNKNOWN_STATE
        if found or not looks_like_organisation(names):
            self.anomalies.append(Anomaly(code, 0, next(iter(names.values()), "")))
        return {f"organisation_{language}": name for language, name in names.items()}

    def _set_provisional_title(
        self, page: BasePage, fields: Mapping[str, Mapping[Path, Texts]]
    ) -> None:
        """A page must be called something; the anomaly says that this is no title of its own."""
        used = {name for texts in fields.values() for each in texts.values() for name in each}
        suffix = next((name for name in LANGUAGES if name in used), CHINESE)
        code = next(language.code for language in languages() if language.suffix == suffix)
        with translation.override(code):
            title = _("Untitled page of the old site (%(mark)s)") % {"mark": self.mark}
        setattr(page, f"title_{suffix}", title)


def fields_of(derivation: Derivation, number: int) -> dict[str, dict[Path, Texts]]:
    """The texts of one page by field and path."""
    fields: dict[str, dict[Path, Texts]] = defaultdict(dict)
    for target, texts in derivation.texts.items():
        if target.page == number:
            fields[target.field][target.path] = texts
    return fields


def field_columns(model: type[Any], name: str, texts: Texts) -> dict[str, Any]:
    """A field's columns: one per language if it is translated, else the fact itself."""
    own = model._meta.get_field(name)
    if name in translator.get_options_for_model(model).get_field_names():
        shape = str if isinstance(own, TextField) else as_one_line
        return {f"{name}_{language}": shape(text) for language, text in texts.items()}
    value = as_one_line(next(iter(texts.values())))
    return {name: full_url(value) if name == "website" else own.to_python(value)}
