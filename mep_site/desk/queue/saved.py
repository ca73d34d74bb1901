"""Filters of the queue that have a name: some for everybody, and what people save themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from mep_site.translations.permissions import PermissionType, languages_for

from .counting import number_found
from .filters import QueueFilterSet
from .models import SavedFilter
from .selecting import queue_of

SHOWN_AT_MOST = 20
USUAL = {
    "": gettext_lazy("All that needs work"),
    "assignee=me": gettext_lazy("Assigned to me"),
    "deadline=overdue": gettext_lazy("Overdue"),
    "freshness=behind": gettext_lazy("Behind the Chinese"),
    "kind=withdraw": gettext_lazy("Withdrawn"),
    "step=returned": gettext_lazy("Returned"),
    "has_draft=true": gettext_lazy("Begun"),
}


@dataclass(frozen=True)
class NamedFilter:
    """A filter as the queue shows it: where it leads and how much it finds."""

    name: Any
    query: str
    count: int
    is_chosen: bool
    saved: SavedFilter | None = None
    may_be_deleted: bool = False

    @property
    def url(self) -> str:
        return f"{reverse('desk:queue')}?{self.query}".rstrip("?")


def chosen_filters(query: QueryDict) -> str:
    """The part of an address that narrows the queue down, in one order."""
    known = QueueFilterSet.base_filters
    chosen = QueryDict(mutable=True)
    for name in sorted(known):
        for value in query.getlist(name):
            if value:
                chosen.appendlist(name, value)
    return chosen.urlencode()


def named_filters(request: HttpRequest) -> Iterator[NamedFilter]:
    """Those that everybody has, then what the user has saved and others share."""
    present = chosen_filters(request.GET)
    for query, name in USUAL.items():
        yield NamedFilter(name, query, _number(request, query), query == present)
    for each in saved_for(request.user)[:SHOWN_AT_MOST]:
        number, is_own = _number(request, each.query), each.owner_id == request.user.pk
        is_chosen = each.query == present
        yield NamedFilter(each.name, each.query, number, is_chosen, each, is_own)


def _number(request: HttpRequest, query: str) -> int:
    """How much a filter finds; nothing where it names what is no more."""
    filters = QueueFilterSet(QueryDict(query), request=request)
    editions = queue_of(request.user).select_related(None).order_by()
    return number_found(filters, filters.filter_queryset(editions)) if filters.is_valid() else 0


def saved_for(user: AbstractBaseUser) -> Any:
    """The user's own and those that are shared."""
    return SavedFilter.objects.filter(Q(owner=user) | Q(is_shared=True))


def may_share(user: AbstractBaseUser) -> bool:
    """Whether what the user saves may be for everybody: they publish in some language."""
    return bool(languages_for(user, PermissionType.PUBLISH))


class SavedFilterForm(forms.ModelForm):
    """A name for what is chosen."""

    class Meta:
        model = SavedFilter
        fields = ["name", "is_shared"]

    def __init__(self, *args: Any, user: AbstractBaseUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_share(user):
            del self.fields["is_shared"]


class FilterView(View):
    """For those only who may edit texts in some language."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not languages_for(request.user, PermissionType.EDIT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class SaveFilterView(FilterView):
    """Save what is chosen in the queue; a name that is taken stands for the new choice then."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = SavedFilterForm(request.POST, user=request.user)
        if form.is_valid() and len(self._query) <= SavedFilter._meta.get_field("query").max_length:
            SavedFilter.objects.update_or_create(
                owner=request.user,
                name=form.cleaned_data["name"],
                defaults={
                    "query": self._query,
                    "is_shared": form.cleaned_data.get("is_shared", False),
                },
            )
            messages.success(request, _("The filter is saved."))
        else:
            messages.error(request, _("Give the filter a name of up to 60 characters."))
        return redirect(f"{reverse('desk:queue')}?{self._query}".rstrip("?"))

    @cached_property
    def _query(self) -> str:
        return chosen_filters(QueryDict(self.request.POST.get("query", "")))


class DeleteFilterView(FilterView):
    """Delete one of one's own."""

    def post(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        saved = get_object_or_404(SavedFilter, pk=pk, owner=request.user)
        saved.delete()
        messages.success(request, _("The filter is deleted."))
        return redirect("desk:queue")
