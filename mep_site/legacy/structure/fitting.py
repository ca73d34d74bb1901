"""What a place on a page can hold; a text that does not fit stays in the capture."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from ..phrases.date_wordings import is_iso
from .segments import Derivation, Destination, ExtractedValue, Role, Segment

# The longest text of each field of one line; the test of this table asks the models.
LIMITS = {
    **dict.fromkeys(("title", "byline", "source", "place", "supervisor", "speaker"), 255),
    **dict.fromkeys(("name", "alternative_name", "office", "address", "occasion"), 255),
    **dict.fromkeys(("telephone", "fax"), 100),
    "abbreviation": 50,
    "postcode": 20,
    "email": 254,
    "website": 200,
}
GREATEST_COUNT = 2_147_483_647
Place = tuple[Destination, str]


def is_email(value: str) -> bool:
    """Whether a text is an address that mail can go to."""
    return _passes(validate_email, value)


def is_website(value: str) -> bool:
    """Whether a text is an address of the web, with or without its scheme."""
    return _passes(URLValidator(), full_url(value))


def full_url(address: str) -> str:
    """The address as a link needs it; the old site was served over HTTP."""
    return address if "://" in address else f"http://{address}"


def _passes(validate: Callable[[str], None], value: str) -> bool:
    try:
        validate(value)
    except ValidationError:
        return False
    return True


def is_count(value: str) -> bool:
    """Whether a text is a number that a field holds."""
    return value.isdecimal() and int(value) <= GREATEST_COUNT


FORMS: dict[str, Callable[[str], bool]] = {
    "email": is_email,
    "website": is_website,
    "date": is_iso,
    "launched": is_iso,
    "sessions_held": is_count,
}


def fits(target: Destination, value: str) -> bool:
    """Whether a field can hold a value."""
    part = part_of(target)
    return len(value) <= LIMITS.get(part, len(value)) and FORMS.get(part, bool)(value)


def part_of(target: Destination) -> str:
    """The name of the field: that of the page, or that of a row."""
    last = target.path[-1] if target.path else target.field
    return str(last) if isinstance(last, str) else ""


def fitting_segments(text: str, segments: Sequence[Segment], pages: int) -> list[Segment]:
    """The segments; those whose text their place cannot hold have none."""
    places: dict[Place, list[Segment]] = defaultdict(list)
    for segment in segments:
        if segment.target:
            places[segment.target, segment.language].append(segment)
    unfit = {
        id(segment)
        for (target, language), own in places.items()
        for segment in _unfit(text, target, language, own, pages)
    }
    return [_without_place(each) if id(each) in unfit else each for each in segments]


def _unfit(
    text: str, target: Destination, language: str, own: Sequence[Segment], pages: int
) -> Iterable[Segment]:
    if target.page >= pages:
        return own
    if part_of(target) not in {*LIMITS, *FORMS}:
        return ()
    whole = _shown(text, target, language, own)
    if fits(target, whole):
        return ()
    first = next((each for each in own if each.role is not Role.MARKER), own[0])
    is_first_enough = not language and fits(target, _shown(text, target, language, [first]))
    return own[own.index(first) + 1 :] if is_first_enough else own


def _shown(text: str, target: Destination, language: str, own: Sequence[Segment]) -> str:
    texts = Derivation(text, tuple(sorted(own, key=lambda each: each.start))).texts
    return texts.get(target, {}).get(language, "")


def _without_place(segment: Segment) -> Segment:
    role = segment.role if segment.role is Role.MARKER else Role.UNPLACED
    return replace(segment, role=role, target=None, transformations=())


def fitting_facts(
    facts: Sequence[ExtractedValue], segments: Sequence[Segment], pages: int
) -> list[ExtractedValue]:
    """The facts that their places can hold; a row that has lost its name has no status either."""
    fit = [fact for fact in facts if fact.target.page < pages and fits(fact.target, fact.value)]
    named = {_row(each.target) for each in (*segments, *fit) if each.target and _is_name(each)}
    return [fact for fact in fit if part_of(fact.target) != "status" or _row(fact.target) in named]


def _is_name(holder: Segment | ExtractedValue) -> bool:
    return part_of(holder.target) == "name"


def _row(target: Destination) -> Destination:
    return replace(target, path=target.path[:1])
