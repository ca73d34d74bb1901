"""Rows of a form that somebody has deleted meanwhile: sent once more they are new ones.

Django counts the first rows that are sent as those that were loaded, and refuses one of them that
is not stored any more, by an error of a field that nobody sees.
"""

from django.forms import BaseModelFormSet
from django.forms.formsets import INITIAL_FORM_COUNT
from django.http import QueryDict


def with_deleted_as_new(sent: BaseModelFormSet, stored: BaseModelFormSet) -> BaseModelFormSet:
    """The formset as it was sent, but that rows which are not stored any more come as new ones."""
    key = sent.model._meta.pk.name
    kept = {str(row.instance.pk) for row in stored.initial_forms}
    numbers = range(sent.initial_form_count())
    deleted = [each for each in numbers if _sent(sent, each, key) not in kept]
    if not deleted:
        return sent
    loaded = [each for each in numbers if each not in deleted]
    added = range(sent.initial_form_count(), sent.total_form_count())
    data = _in_order(sent, [*loaded, *deleted, *added])
    for place in range(len(loaded), len(loaded) + len(deleted)):
        data[f"{sent.add_prefix(place)}-{key}"] = ""
    data[f"{sent.prefix}-{INITIAL_FORM_COUNT}"] = str(len(loaded))
    return type(sent)(data, sent.files, instance=sent.instance, prefix=sent.prefix)


def _sent(formset: BaseModelFormSet, number: int, name: str) -> str:
    return formset.data.get(f"{formset.add_prefix(number)}-{name}", "")


def _in_order(formset: BaseModelFormSet, numbers: list[int]) -> QueryDict:
    """A copy of what was sent, with the rows of these numbers in this order."""
    places = {f"{formset.add_prefix(each)}-": place for place, each in enumerate(numbers)}
    data = QueryDict(mutable=True)
    for name, values in formset.data.lists():
        row = next((each for each in places if name.startswith(each)), "")
        place = f"{formset.add_prefix(places[row])}-" if row else ""
        data.setlist(f"{place}{name.removeprefix(row)}", values)
    return data
