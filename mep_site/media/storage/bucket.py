"""Uploads in a bucket of an object store that speaks S3.

Loaded only where a bucket is named: boto3 takes some 40 MB. Nobody is given an address of the
store, not even one that ends soon: visitors get every file through the site, which decides each
time who may have it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from .transactions import FollowsTransaction

# To find the store, and for it to answer; botocore's own are a minute, five times.
CONNECT_SECONDS, ANSWER_SECONDS = 3, 20
# What is read of a larger file waits on the disk and not in memory.
IN_MEMORY = 1024 * 1024
TAKEN = "PreconditionFailed"


@contextmanager
def told_as_io() -> Iterator[None]:
    """What the store could not do is an ``OSError``, as it is with a folder."""
    try:
        yield
    except (BotoCoreError, ClientError) as reason:
        raise OSError(f"The object store has failed: {reason}") from reason


class ObjectStore(S3Storage):
    """A bucket, with the faults of a folder."""

    def _open(self, name: str, mode: str = "rb") -> File:
        """The file, fetched: what is read of it then cannot fail."""
        with told_as_io():
            return super()._open(name, mode).open()

    def _save(self, name: str, content: File) -> str:
        """Store the file at once or not at all, and never in the place of another."""
        while True:
            try:
                with told_as_io():
                    content.seek(0)
                    self.connection.meta.client.put_object(
                        Bucket=self.bucket_name, Key=name, Body=content, IfNoneMatch="*"
                    )
                return name
            except OSError as reason:
                if not _is_taken(reason.__cause__):
                    raise
                name = self.get_available_name(name)

    def delete(self, name: str) -> None:
        with told_as_io():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with told_as_io():
            return super().exists(name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        with told_as_io():
            return super().listdir(path)

    def size(self, name: str) -> int:
        with told_as_io():
            return super().size(name)

    def get_modified_time(self, name: str) -> datetime:
        with told_as_io():
            return super().get_modified_time(name)


def _is_taken(reason: BaseException | None) -> bool:
    return isinstance(reason, ClientError) and reason.response["Error"]["Code"] == TAKEN


class UploadBucket(FollowsTransaction, ObjectStore):
    """The bucket that ``MEDIA_S3`` of the settings describes."""

    def get_default_settings(self) -> dict[str, Any]:
        """Asked for here and not handed to the instance, whose arguments tasks write down."""
        given = dict(settings.MEDIA_S3)
        limits = Config(
            connect_timeout=CONNECT_SECONDS,
            read_timeout=ANSWER_SECONDS,
            retries={"total_max_attempts": 2},
            s3={"addressing_style": given.pop("addressing_style")},
            signature_version="s3v4",
            # Not every store knows the checksums that botocore adds by itself.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        own = {"file_overwrite": False, "max_memory_size": IN_MEMORY, "client_config": limits}
        return super().get_default_settings() | given | own

    def url(self, name: str, **_options: Any) -> str:
        """The address at this site, which knows who may have the file."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name).lstrip("/"))
