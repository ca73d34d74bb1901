"""What the kinds of terms are called in the interface."""

from django.utils.translation import pgettext_lazy

from .matching import TermKind

KIND_NAMES = {
    TermKind.NAME: pgettext_lazy("kind of term", "name"),
    TermKind.TITLE: pgettext_lazy("kind of term", "title of a person"),
    TermKind.BODY: pgettext_lazy("kind of term", "body or organisation"),
    TermKind.ABBREVIATION: pgettext_lazy("kind of term", "abbreviation"),
    TermKind.FORMULA: pgettext_lazy("kind of term", "formula"),
    TermKind.COUNTRY: pgettext_lazy("kind of term", "state"),
}


def kind_choices() -> list[tuple[str, object]]:
    """The kinds, as a field offers them."""
    return [(kind.value, name) for kind, name in KIND_NAMES.items()]
