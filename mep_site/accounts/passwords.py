"""Passwords that somebody would guess who knows what site this is."""

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

# What the ministry, its site and its people are called; docs/signing-in.md says so, too.
WORDS_OF_THE_PLACE = (
    *("shengtaihuanjingbu", "shengtaihuanjing", "shengtai", "huanjing", "huanbao"),
    *("ministry", "ecology", "environment", "mee", "mep"),
    *("生态环境部", "生态", "环境", "环保"),
    *("министерство", "экологии", "экология", "окружающей", "среды", "среда"),
    *("admin", "editor", "publisher", "translator", "password", "wagtail", "django"),
)
LEAST_BESIDE = 8


class GuessablePasswordValidator(CommonPasswordValidator):
    """Refuses common passwords, and those that hold little beside words of the place."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """``ValidationError`` with Django's words for a common password."""
        super().validate(password, user)
        rest = password.casefold()
        for word in WORDS_OF_THE_PLACE:
            rest = rest.replace(word, "")
        if len(rest) < min(len(password), LEAST_BESIDE):
            raise ValidationError(self.get_error_message(), code="password_too_common")
