"""No file without a row and no row without a file, whatever becomes of the transaction."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import transaction

from mep_site.media.models import SiteDocument, SiteImage
from mep_site.media.storage.folder import UNFINISHED, UploadFolder
from mep_site.media.storage.listing import stored_names
from tests.admin_forms import offered

from .pictures import coded, noise


class FailedError(Exception):
    """Something fails after a file was stored."""


@pytest.fixture
def folder(tmp_path, db) -> UploadFolder:
    return UploadFolder(tmp_path)


def fail(*_: object) -> None:
    raise FailedError


@transaction.atomic
def do_and_fail(deed: Callable[..., object], *given: object) -> None:
    """Do something in a transaction that fails afterwards."""
    deed(*given)
    fail()


def test_what_was_stored_goes_with_the_transaction(folder):
    with pytest.raises(FailedError):
        do_and_fail(folder.save, "a.txt", ContentFile(b"text"))
    assert not folder.exists("a.txt")


def test_what_was_stored_stays_when_it_is_committed(folder, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        folder.save("a.txt", ContentFile(b"text"))
    assert folder.open("a.txt").read() == b"text"


@pytest.mark.every_database
def test_what_was_stored_in_a_savepoint_goes_with_it_alone(
    folder, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        folder.save("outer.txt", ContentFile(b"text"))
        with pytest.raises(FailedError):
            do_and_fail(folder.save, "inner.txt", ContentFile(b"text"))
    assert folder.exists("outer.txt")
    assert not folder.exists("inner.txt")


def test_what_was_deleted_is_there_if_the_transaction_fails(
    folder, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        folder.save("a.txt", ContentFile(b"text"))
    with pytest.raises(FailedError):
        do_and_fail(folder.delete, "a.txt")
    assert folder.exists("a.txt")
    with django_capture_on_commit_callbacks(execute=True):
        folder.delete("a.txt")
    assert not folder.exists("a.txt")


@pytest.fixture
def failing(monkeypatch):
    """Whatever the admin saves fails after the file has been stored and the old one deleted."""
    monkeypatch.setattr("wagtail.search.index.insert_or_update_object", fail)


def post_and_fail(editor, address, form):
    """As the handler of a request does it, which is not what the test client does by itself."""
    with pytest.raises(FailedError), transaction.atomic():
        editor.post(address, form)


def test_a_new_picture_whose_row_fails_leaves_no_file(editor, failing):
    before = list(stored_names())
    file = SimpleUploadedFile("orphan.png", coded(noise(), "PNG"))
    post_and_fail(
        editor, "/admin/images/add/", {"title": "a", "file": file, "description_zh_hans": "图"}
    )
    assert list(stored_names()) == before


@pytest.mark.every_database
def test_a_picture_that_was_to_be_replaced_keeps_its_file(editor, failing):
    image = SiteImage.objects.first()
    address = f"/admin/images/{image.pk}/"
    form = offered(editor, address, "form[enctype]")
    before = list(stored_names())
    post_and_fail(
        editor, address, form | {"file": SimpleUploadedFile("new.png", coded(noise(), "PNG"))}
    )
    assert list(stored_names()) == before
    assert image.file.name in before


def test_a_document_that_was_to_be_replaced_keeps_its_file(editor, failing):
    document = SiteDocument(title="Old")
    document.file.save("old.txt", ContentFile(b"old"))
    address = f"/admin/documents/edit/{document.pk}/"
    form = offered(editor, address, "form[enctype]")
    post_and_fail(editor, address, form | {"file": SimpleUploadedFile("new.txt", b"new")})
    assert document.file.storage.exists(document.file.name)


@pytest.fixture
def settled(monkeypatch):
    """Every file has been there for long."""
    monkeypatch.setattr(
        "mep_site.media.management.commands.check_uploads.UNDER_WAY", timedelta(seconds=-5)
    )


@pytest.mark.every_database
def test_the_command_names_what_does_not_agree(settled, db, capsys):
    call_command("check_uploads")
    stray = default_storage.save(f"images/half.jpg{UNFINISHED}", ContentFile(b"half"))
    lost = SiteDocument.objects.create(title="Lost", file="documents/lost.pdf", file_size=1)
    with pytest.raises(CommandError):
        call_command("check_uploads")
    said = capsys.readouterr().out
    assert f"{stray}: no row" in said
    assert f"documents/lost.pdf: the file of media.SiteDocument {lost.pk}" in said


def test_the_command_deletes_what_no_row_names_if_it_is_told_to(
    settled, db, django_capture_on_commit_callbacks
):
    stray = default_storage.save("images/stray.jpg", ContentFile(b"stray"))
    kept = list(stored_names())
    with django_capture_on_commit_callbacks(execute=True):
        call_command("check_uploads", mend=True, stdout=io.StringIO())
    assert list(stored_names()) == [name for name in kept if name != stray]


def test_what_is_being_stored_is_left_alone(db):
    default_storage.save("images/new.jpg", ContentFile(b"new"))
    call_command("check_uploads", mend=True, stdout=io.StringIO())
    assert default_storage.exists("images/new.jpg")
