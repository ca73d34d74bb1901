"""Passwords that somebody would guess who knows what site this is."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What the ministry, its site and its people are called; docs/signing-in.md says so, too.
WORDS_OF_THE_PLACE = (
    *("shengtaihuanjingbu", "shengtaihuanjing", "shengtai", "huanjing", "huanbao"),
    *("ministry", "ecology", "environment", "mee", "mep"),
    *("生态环境部", "生态", "环境", "环保"),
    *("министерство", "экологии", "экология", "окружающей", "среды", "среда"),
    *("admin", "editor", "publisher", "translator", "password", "wagtail", "django"),
)
LEAST_BESIDE = 8


class WordsOfThePlaceValidator:
    """Refuses a password that holds little beside words of the place."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """``ValidationError`` if too few characters are left without these words."""
        rest = password.casefold()
        for word in WORDS_OF_THE_PLACE:
            rest = rest.replace(word, "")
        if len(rest) < min(len(password), LEAST_BESIDE):
            raise ValidationError(
                _(
                    "Words that belong to this site do not count in a password. Without them, this "
                    "one has fewer than %(least)d characters. Choose a longer one."
                ),
                code="password_of_the_place",
                params={"least": LEAST_BESIDE},
            )

    def get_help_text(self) -> str:
        """What is said of it beside the field."""
        return _(
            "Words that belong to this site, such as the name of the ministry, do not count in a "
            "password: it needs at least %(least)d other characters."
        ) % {"least": LEAST_BESIDE}
