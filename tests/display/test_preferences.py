"""What a visitor chose: read from a cookie, written to one, and turned into style rules."""

import re
from dataclasses import fields

import pytest

from mep_site.display.preferences import (
    MAX_COOKIE_LENGTH,
    SHEETS,
    Colours,
    Pictures,
    Preferences,
    Size,
    Spacing,
    Typeface,
)
from mep_site.settings.base import BASE_DIR

DEFAULT = Preferences()
EVERYTHING = Preferences(
    Size.LARGEST, Spacing.WIDEST, Typeface.SERIF, Colours.YELLOW_ON_BLACK, Pictures.HIDDEN
)


@pytest.mark.parametrize(
    ("cookie", "expected"),
    [
        ("", DEFAULT),
        ("size-150", Preferences(size=Size.LARGER)),
        ("size-100", DEFAULT),
        ("size-200.pictures-hidden", Preferences(size=Size.LARGEST, pictures=Pictures.HIDDEN)),
        ("pictures-hidden.size-200", Preferences(size=Size.LARGEST, pictures=Pictures.HIDDEN)),
        ("size-150.size-125", Preferences(size=Size.LARGE)),
        ("size-999.colours-white-on-black", Preferences(colours=Colours.WHITE_ON_BLACK)),
        ("bogus-150.spacing-wide", Preferences(spacing=Spacing.WIDE)),
        ("SIZE-150", DEFAULT),
        ("size-150 ", DEFAULT),
        ("size-150;colours-device", DEFAULT),
        ("size-../../settings/base", DEFAULT),
        ("size-150}*{background:url(//evil.example)}", DEFAULT),
        ("</style><script>alert(1)</script>", DEFAULT),
        ("\0", DEFAULT),
        ("字号-150", DEFAULT),
        ("." * 10_000, DEFAULT),
        ("x" * MAX_COOKIE_LENGTH + ".size-150", DEFAULT),
    ],
)
def test_only_words_of_the_table_count(cookie, expected):
    assert Preferences.from_cookie(cookie) == expected


@pytest.mark.parametrize("choices", [Size, Spacing, Typeface, Colours, Pictures])
def test_every_choice_survives_the_cookie(choices):
    setting = choices.__name__.lower()
    for choice in choices:
        chosen = Preferences(**{setting: choice})
        assert Preferences.from_cookie(chosen.to_cookie()) == chosen


def test_the_longest_cookie_is_read_whole_and_needs_no_quoting():
    cookie = EVERYTHING.to_cookie()
    assert len(cookie) <= MAX_COOKIE_LENGTH
    assert re.fullmatch(r"[a-z0-9.-]+", cookie)
    assert Preferences.from_cookie(cookie) == EVERYTHING


def test_who_chose_nothing_gets_no_rules():
    assert DEFAULT.to_cookie() == ""
    assert DEFAULT.stylesheet() == ""


def test_the_rules_are_those_of_the_choices_in_a_layer_of_their_own():
    css = Preferences(size=Size.LARGER, pictures=Pictures.HIDDEN).stylesheet()
    assert css.startswith("@layer settings {")
    assert "--enlarged: 1.5;" in css
    assert "display: none" in css
    assert "--ink" not in css
    assert css.count("{") == css.count("}")


def test_every_choice_but_the_default_has_its_sheet_and_no_sheet_is_left_over():
    settings = {field.name: type(field.default) for field in fields(Preferences)}
    named = {
        f"{setting}-{choice}"
        for setting, choices in settings.items()
        for choice in list(choices)[1:]
    }
    sheets = {file.stem for file in SHEETS.iterdir()}
    assert named <= sheets
    assert sheets - named <= set(settings)


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", list(Colours)[1:])
def test_text_and_links_stand_out_seven_to_one(colours):
    css = (SHEETS / f"colours-{colours}.css").read_text(encoding="utf-8")
    tokens = dict(re.findall(r"--(\w+): (#\w+);", css))
    assert contrast(tokens["ink"], tokens["paper"]) >= 7
    assert contrast(tokens["link"], tokens["paper"]) >= 7


def test_a_colour_scheme_replaces_every_colour_of_the_site():
    base = (BASE_DIR / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    of_the_site = set(re.findall(r"(--[\w-]+): (?:#|rgb|hsl|oklch|color-mix)", base))
    scheme = Preferences(colours=Colours.WHITE_ON_BLACK).stylesheet()
    replaced = set(re.findall(r"(--[\w-]+):", scheme))
    assert of_the_site
    assert of_the_site <= replaced
