"""Uploads that an object store keeps are in an archive too, and come back into the store."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from mep_site.backups.making import make_archive
from mep_site.backups.restoring import checked
from mep_site.backups.uploads import add_missing, archived_names

from ..media.test_bucket import bucket, server

__all__ = ["bucket", "server"]

pytestmark = pytest.mark.slow


def test_uploads_go_from_a_bucket_into_an_archive_and_back(bucket, tmp_path):
    contents = {"documents/通知.pdf": b"one", "documents/letter.pdf": b"two"}
    for name, content in contents.items():
        default_storage.save(name, ContentFile(content))
    place = tmp_path / "site.tar"
    assert make_archive(place).uploads == 2
    bucket.Object("documents/通知.pdf").delete()
    bucket.put_object(Key="documents/letter.pdf", Body=b"rotten")
    with checked(place) as (archive, _):
        assert archived_names(archive) == sorted(contents)
        assert add_missing(archive) == ["documents/letter.pdf"]
    with default_storage.open("documents/通知.pdf") as file:
        assert file.read() == b"one"
