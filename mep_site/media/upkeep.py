"""Brings pictures that were uploaded before to what is stored of an upload today."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.users.models import UserProfile

from .intake.pictures import MOST_PIXELS_OF_PORTRAIT, MOST_STORED, prepare_picture
from .models import SiteImage
from .stripping.strip import strip_metadata

FOCAL_POINT = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


@dataclass(frozen=True)
class StripOutcome:
    """What became of a file: whether it has become another, and what is wrong with it, if any."""

    name: str
    changed: bool = False
    fault: str = ""


def strip_pictures(*, dry_run: bool = False) -> Iterator[StripOutcome]:
    """Look at every picture and portrait; each is exchanged in a transaction of its own."""
    for rows, column, most in (
        (SiteImage.objects.all(), "file", MOST_STORED),
        (UserProfile.objects.exclude(avatar=""), "avatar", MOST_PIXELS_OF_PORTRAIT),
    ):
        for key in rows.order_by("pk").values_list("pk", flat=True):
            outcome = _strip_locked(rows.filter(pk=key), column, most, dry_run)
            if outcome:
                yield outcome


@transaction.atomic
def _strip_locked(row: QuerySet, column: str, most: int, dry_run: bool) -> StripOutcome | None:
    """What became of the file of one row; nothing if the row is gone."""
    found = row.select_for_update().first()
    return _strip(found, column, most, dry_run) if found else None


def _strip(row: Model, column: str, most: int, dry_run: bool) -> StripOutcome:
    name = getattr(row, column).name
    try:
        with default_storage.open(name) as file:
            content = file.read()
    except OSError as reason:
        return StripOutcome(name, fault=f"cannot be read: {reason}")
    stored, fault = _prepared(content, most)
    is_other = stored != content
    if is_other and not dry_run:
        _exchange(row, column, stored)
    return StripOutcome(name, is_other, fault)


def _prepared(content: bytes, most: int) -> tuple[bytes, str]:
    """What is to be stored, and what is wrong; one that is too large is stripped all the same."""
    try:
        return prepare_picture(content, most), ""
    except ValidationError as reason:
        fault = f"would be refused today: {reason.code}"
    try:
        return strip_metadata(content), fault
    # Whatever is in it cannot be found out.
    except Exception:
        return content, fault


def _exchange(row: Model, column: str, content: bytes) -> None:
    """Let a row have another file, in place of one that goes with the end of the transaction."""
    name = getattr(row, column).name
    setattr(row, column, default_storage.save(name, ContentFile(content)))
    if isinstance(row, SiteImage):
        _keep_in_step(row, content)
    row.save()
    default_storage.delete(name)


def _keep_in_step(image: SiteImage, content: bytes) -> None:
    """Let everything that follows from its file follow from the new one."""
    before = SiteImage.objects.get(pk=image.pk)
    share = (image.width * image.height / before.width / before.height) ** 0.5
    for name in FOCAL_POINT:
        place = getattr(image, name)
        setattr(image, name, None if place is None else round(place * share))
    image.file_size = len(content)
    image.file_hash = sha1(content, usedforsecurity=False).hexdigest()
    # They were made of the old one, with what was in it.
    image.renditions.all().delete()
