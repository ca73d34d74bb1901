"""The edit form of every page."""

from typing import Any

from django.forms import BaseFormSet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from mep_site.translations.languages import authoritative
from mep_site.translations.permissions import Right, permission


class PageForm(WagtailAdminPageForm):
    """Makes the slug where none is typed, and guards the structure of a page.

    Panels keep foreign fields out of the form, but the rows of an inline panel know no permission:
    they could be added, removed and moved by anyone who may open the page.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            # The page makes one from its titles before it is validated.
            self.fields["slug"].required = False

    def clean(self) -> dict[str, Any]:
        """Add an error if rows come, go or move without the right to edit the Chinese."""
        cleaned_data = super().clean()
        may_restructure = not self.for_user or self.for_user.has_perm(
            permission(Right.EDIT, authoritative())
        )
        if not may_restructure and any(map(changes_structure, self.formsets.values())):
            self.add_error(
                None,
                _(
                    "Rows can be added, removed and moved by editors of the Chinese text only. "
                    "Undo that change and save again."
                ),
            )
        return cleaned_data


def changes_structure(formset: BaseFormSet) -> bool:
    """Whether the bound formset adds, removes or moves rows."""
    return (
        any(form.has_changed() for form in formset.extra_forms)
        or bool(formset.deleted_forms)
        or any("ORDER" in form.changed_data for form in formset.initial_forms)
    )
