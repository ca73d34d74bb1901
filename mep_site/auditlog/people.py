"""People in the records: named as they were then, under digests from which no name can be guessed.

Personal data has to be erasable (个人信息保护法, article 47), a chain must not change. So a record
commits to a name by a digest that is salted, and the name stands beside it until it is erased.
"""

from hashlib import sha256
from secrets import token_hex
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from wagtail.admin.utils import get_user_display_name

from .models import AuditedPerson


def person_digest(salt: str, username: str, name: str) -> str:
    """What a record holds of a person."""
    return sha256("\n".join((salt, username, name)).encode()).hexdigest()


def person_of(user: AbstractBaseUser) -> AuditedPerson:
    """Somebody with an account, under the name of today."""
    return _person(str(user.pk), user.get_username(), str(get_user_display_name(user)))


def person_named(name: str, account: str = "") -> AuditedPerson:
    """Somebody by a name that was written down, and by the key of an account if that is known."""
    return _person(account, "", name)


def people_of_account(username: str) -> QuerySet[AuditedPerson]:
    """All that is kept of whoever had this user name, under whatever names they had."""
    known = AuditedPerson.objects.filter(username=username)
    accounts = known.exclude(account="").values("account")
    return AuditedPerson.objects.filter(Q(account__in=accounts) | Q(name=username, username=""))


def _person(account: str, username: str, name: str) -> AuditedPerson:
    known: dict[str, Any] = {"account": account, "username": username, "name": name}
    person = AuditedPerson.objects.filter(**known).exclude(salt="").first()
    if person is None:
        salt = token_hex()
        digest = person_digest(salt, username, name)
        person = AuditedPerson.objects.create(digest=digest, salt=salt, **known)
    return person
