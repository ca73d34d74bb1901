"""What is done to all translations that are ticked in the queue."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.bulk_action import BulkAction

from mep_site.translations.admin.actions.bulk import SHOWN_AT_MOST
from mep_site.translations.languages import Language, languages
from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, languages_for

from .assigning import UNCHANGED, Assigner, Wish, assignee_key, people_for
from .filters import NOBODY, QueueFilterSet
from .selecting import queue_of


class QueueBulkAction(BulkAction):
    """Acts on editions of the queue of whoever asks; of others nothing is shown."""

    models = [Edition]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For those only who may edit texts in some language."""
        if not languages_for(request.user, PermissionType.EDIT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self, model: type[Edition], object_ids: Iterable[Any]) -> QuerySet[Edition]:
        """What is ticked, as far as it is the user's to see."""
        return queue_of(self.request.user).filter(pk__in=object_ids)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> QuerySet:
        """All that the list shows, on all of its pages."""
        filters = QueueFilterSet(self.request.GET, request=self.request)
        editions = queue_of(self.request.user).order_by()
        found = filters.filter_queryset(editions) if filters.is_valid() else editions
        return found.values_list("pk", flat=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the first of them, and how many there are."""
        context = super().get_context_data(**kwargs)
        items = [each["item"] for each in context["items"]]
        more = len(items) - SHOWN_AT_MOST
        return context | {"editions": items[:SHOWN_AT_MOST], "number": len(items), "more": more}


class GivingBulkAction(QueueBulkAction):
    """Gives editions to somebody, or takes them away; says what was done and what was not."""

    template_name = "desk/queue/assign.html"

    @property
    def wish(self) -> Wish:
        """What is to become of their assignments."""
        raise NotImplementedError

    def get_execution_context(self) -> dict[str, Any]:
        """Add who wants what."""
        self.refused: dict[Edition, str] = {}
        return {"user": self.request.user, "wish": self.wish, "refused": self.refused}

    @classmethod
    def execute_action(
        cls,
        objects: list[Edition],
        *,
        user: AbstractBaseUser,
        wish: Wish,
        refused: dict[Edition, str],
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Do what may be done."""
        refused |= Assigner(user, objects, wish).carry_out()
        return len(objects) - len(refused), 0

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Say what was refused, too."""
        response = super().form_valid(form)
        if self.refused:
            messages.warning(self.request, refusals(self.refused))
        return response

    def get_success_message(self, number: int, children: int) -> str | None:
        """How many it were; nothing if none."""
        words = ngettext(
            "%(number)d translation changed.", "%(number)d translations changed.", number
        )
        return words % {"number": number} if number else None


class AssignForm(forms.Form):
    """To whom, and until when; offers what the user may do."""

    assignee = forms.ChoiceField(label=gettext_lazy("Assigned to"), required=False)
    deadline = forms.DateField(
        label=gettext_lazy("Deadline"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Leave it empty to keep the deadline that is set."),
    )
    no_deadline = forms.BooleanField(label=gettext_lazy("No deadline"), required=False)
    note = forms.CharField(
        label=pgettext_lazy("of an assignment", "Note"), required=False, max_length=250
    )

    def __init__(
        self, *args: Any, user: AbstractBaseUser, chosen: list[Language], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        publishable = languages_for(user, PermissionType.PUBLISH)
        may_give = bool(chosen) and set(chosen) <= set(publishable)
        people = people_for(chosen) if may_give else [user]
        self.fields["assignee"].choices = [
            ("", _("as it is")),
            (NOBODY, _("nobody")),
            *((str(each.pk), get_user_display_name(each)) for each in people),
        ]
        if not may_give:
            for name in ("deadline", "no_deadline", "note"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Refuse a form that asks for nothing, or for two things at once."""
        cleaned = super().clean()
        if cleaned.get("deadline") and cleaned.get("no_deadline"):
            self.add_error("deadline", _("Set a deadline or take it away, not both."))
        if not self.errors and self.wish == Wish():
            self.add_error(None, _("Choose whose work it is, or a deadline."))
        return cleaned

    @property
    def wish(self) -> Wish:
        """What was chosen."""
        cleaned = self.cleaned_data
        deadline = None if cleaned.get("no_deadline") else cleaned.get("deadline") or UNCHANGED
        return Wish(self._assignee, deadline, cleaned.get("note") or UNCHANGED)

    @property
    def _assignee(self) -> Any:
        match self.cleaned_data.get("assignee"):
            case "" | None:
                return UNCHANGED
            case value if value == NOBODY:
                return None
            case key:
                return get_user_model().objects.get(pk=key)


class AssignBulkAction(GivingBulkAction):
    display_name = gettext_lazy("Assign")
    aria_label = gettext_lazy("Assign the selected translations")
    action_type = "assign"
    form_class = AssignForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer what may be done with all that are ticked."""
        return super().get_form_kwargs() | {"user": self.request.user, "chosen": self.languages}

    @cached_property
    def languages(self) -> list[Language]:
        """The languages of what is ticked."""
        objects, _others = self.get_actionable_objects()
        codes = {edition.language for edition in objects}
        return [each for each in languages() if each.code in codes]

    @property
    def wish(self) -> Wish:
        return self.cleaned_form.wish


class TakeBulkAction(GivingBulkAction):
    display_name = gettext_lazy("I take this")
    aria_label = gettext_lazy("Take the selected translations")
    action_type = "take"
    action_priority = 110

    @property
    def wish(self) -> Wish:
        return Wish(assignee=self.request.user)


class GiveBackBulkAction(GivingBulkAction):
    display_name = gettext_lazy("Give back")
    aria_label = gettext_lazy("Give the selected translations back")
    action_type = "give_back"
    action_priority = 120

    @property
    def wish(self) -> Wish:
        return Wish(assignee=None)

    def check_perm(self, obj: Edition) -> bool:
        """Only what is the user's own."""
        return assignee_key(obj) == self.request.user.pk


def refusals(refused: dict[Edition, str]) -> SafeString:
    """What was not done and why, not longer than can be read."""
    lines = [
        (f"{each.page.get_admin_display_title()} · {each.get_language()}: {reason}",)
        for each, reason in refused.items()
    ]
    items = format_html_join("", "<li>{}</li>", lines[:SHOWN_AT_MOST])
    words = ngettext(
        "%(number)d translation was left as it is:",
        "%(number)d translations were left as they are:",
        len(lines),
    )
    return format_html("{}<ul>{}</ul>", words % {"number": len(lines)}, items)
