"""Uploads in an object store, before a real server of moto's; the site is what gives them out."""

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import boto3
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import override_settings
from moto.server import ThreadedMotoServer
from wagtail.models import Collection, CollectionViewRestriction

from mep_site.media.models import SiteDocument, SiteImage
from mep_site.media.storage.listing import stored_names
from mep_site.translations.languages import languages
from tests.admin_forms import errors
from tests.test_architecture import SOURCES

from .pictures import coded, exif, noise

pytestmark = pytest.mark.slow
BUCKET, REGION = "uploads", "eu-north-1"
BACKEND = {"BACKEND": "mep_site.media.storage.bucket.UploadBucket"}
KEYS = {"access_key": "writer", "secret_key": "of the test"}


def described(address: str) -> dict:
    return {
        "bucket_name": BUCKET,
        "endpoint_url": address,
        "region_name": REGION,
        "addressing_style": "path",
        **KEYS,
    }


@contextmanager
def kept_at(address: str) -> Iterator[None]:
    """Let the site keep its uploads in the store at this address."""
    storages = settings.STORAGES | {"default": BACKEND}
    with override_settings(STORAGES=storages, MEDIA_S3=described(address)):
        yield


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an object store."""
    store = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    store.start()
    host, port = store.get_host_and_port()
    yield f"http://{host}:{port}"
    store.stop()


@pytest.fixture
def bucket(server, db) -> Iterator[object]:
    """The site's bucket, empty and for nobody else."""
    client = boto3.resource(
        "s3",
        endpoint_url=server,
        region_name=REGION,
        aws_access_key_id=KEYS["access_key"],
        aws_secret_access_key=KEYS["secret_key"],
    )
    found = client.create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    with kept_at(server):
        yield found
    found.objects.delete()
    found.delete()


@pytest.fixture
def store_is_away(bucket) -> Iterator[None]:
    """Nobody listens where the store was."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        with kept_at(f"http://127.0.0.1:{nobody.getsockname()[1]}"):
            yield


def keys(bucket) -> list[str]:
    return sorted(each.key for each in bucket.objects.all())


def upload_picture(editor, name: str = "river.jpg") -> SiteImage:
    content = coded(noise((1200, 800)), "JPEG", exif=exif())
    form = {"title": name, "file": SimpleUploadedFile(name, content), "description_zh_hans": "河"}
    assert editor.post("/admin/images/add/", form).status_code == 302
    return SiteImage.objects.latest("pk")


def upload_document(editor) -> SiteDocument:
    form = {"title": "Plan", "file": SimpleUploadedFile("plan.csv", b"year,km\n2019,7\n")}
    assert editor.post("/admin/documents/add/", form).status_code == 302
    return SiteDocument.objects.latest("pk")


def guard(item) -> None:
    """Let only who is signed in have it."""
    item.collection = Collection.get_first_root_node().add_child(name="Unpublished")
    item.save()
    CollectionViewRestriction.objects.create(
        collection=item.collection, restriction_type=CollectionViewRestriction.LOGIN
    )


def test_pictures_and_what_is_made_of_them_are_in_the_bucket_and_come_from_the_site(
    bucket, editor, visitor, tmp_path
):
    with override_settings(MEDIA_ROOT=tmp_path):
        image = upload_picture(editor)
        rendition = image.get_rendition("width-480|format-webp")
    assert list(tmp_path.iterdir()) == []
    assert {image.file.name, rendition.file.name} <= set(keys(bucket))
    for file, content_type in ((image.file, "image/jpeg"), (rendition.file, "image/webp")):
        assert file.url == f"/media/{file.name}"
        answer = visitor.get(file.url)
        assert (answer.status_code, answer["Content-Type"]) == (200, content_type)
        assert b"".join(answer.streaming_content) == bucket.Object(file.name).get()["Body"].read()
        assert "sandbox" in answer["Content-Security-Policy"]


def test_the_store_is_not_asked_for_a_picture_that_is_known(bucket, editor, visitor):
    url = upload_picture(editor).file.url
    tag = visitor.get(url)["ETag"]
    with kept_at("http://127.0.0.1:9"):
        known = visitor.get(url, headers={"if-none-match": tag})
    assert known.status_code == 304


def test_a_document_comes_from_the_site_as_something_to_keep(bucket, editor, visitor):
    document = upload_document(editor)
    answer = visitor.get(document.url)
    assert b"".join(answer.streaming_content) == b"year,km\n2019,7\n"
    assert answer["Content-Type"] == "text/csv"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_is_private_passes_the_check_and_nobody_learns_of_the_store(
    bucket, server, editor, visitor
):
    image, document = upload_picture(editor), upload_document(editor)
    guard(image)
    guard(document)
    rendition = image.get_rendition("width-480|format-webp")
    for url in (image.file.url, rendition.url, document.url):
        refused, answer = visitor.get(url), editor.get(url)
        assert refused.status_code == 302
        assert "login" in refused["Location"]
        assert answer.status_code == 200
        assert server not in f"{refused.headers}{answer.headers}{url}"
    assert editor.get(image.file.url)["Cache-Control"] == "private, no-store"


def test_the_bucket_itself_is_for_nobody_else(bucket, editor):
    upload_picture(editor)
    grants = bucket.Acl().grants
    assert [each["Grantee"]["Type"] for each in grants] == ["CanonicalUser"]


def test_what_is_deleted_is_gone_from_the_bucket(
    bucket, editor, django_capture_on_commit_callbacks
):
    image = upload_picture(editor)
    image.get_rendition("width-480|format-webp")
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert keys(bucket) == []


def test_no_object_is_written_over(bucket):
    storage = default_storage
    usual = storage.get_available_name
    first = storage.save("documents/a.txt", ContentFile(b"first"))
    names = iter(["documents/a.txt"])
    storage.get_available_name = lambda name, **_: next(names, None) or usual(name)
    second = storage.save("documents/a.txt", ContentFile(b"second"))
    assert first != second
    assert storage.open(first).read() == b"first"
    assert storage.open(second).read() == b"second"


def test_the_commands_work_on_a_bucket(bucket, editor, django_capture_on_commit_callbacks, capsys):
    image = upload_picture(editor)
    camera = coded(noise(), "JPEG", exif=exif())
    image.file.save("camera.jpg", SimpleUploadedFile("camera.jpg", camera))
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(CommandError):
        # The pictures of the demo are in the folder, not in the bucket.
        call_command("strip_pictures")
    assert SiteImage.objects.get(pk=image.pk).file.read() != camera
    with pytest.raises(CommandError):
        call_command("check_uploads")
    assert f"{SiteImage.objects.get(pk=image.pk).file.name}:" not in capsys.readouterr().out
    assert set(stored_names()) == set(keys(bucket))


@pytest.mark.asvs("16.5.2")
def test_while_the_store_is_away_an_upload_says_so_and_keeps_what_was_typed(store_is_away, editor):
    before = SiteImage.objects.count(), SiteDocument.objects.count()
    picture = SimpleUploadedFile("a.png", coded(noise(), "PNG"))
    form = {"title": "Typed by a person", "file": picture, "description_zh_hans": "河"}
    answer = editor.post("/admin/images/add/", form)
    assert "服务器" in errors(answer)
    assert "Typed by a person" in answer.content.decode()
    form = {"title": "Typed by a person", "file": SimpleUploadedFile("a.csv", b"1,2")}
    assert "服务器" in errors(editor.post("/admin/documents/add/", form))
    assert (SiteImage.objects.count(), SiteDocument.objects.count()) == before


def test_while_the_store_is_away_a_file_is_said_to_come_later_in_every_language(
    bucket, editor, visitor
):
    image, document = upload_picture(editor), upload_document(editor)
    with kept_at("http://127.0.0.1:9"):
        for url in (image.file.url, document.url):
            answer = visitor.get(url)
            assert answer.status_code == 503
            assert int(answer["Retry-After"]) > 0
            html = answer.content.decode()
            assert [
                each.tag for each in languages() if f'<section lang="{each.tag}"' not in html
            ] == []
            # The page is one of ours, with its style sheet.
            assert "sandbox" not in answer["Content-Security-Policy"]


def test_a_file_that_the_store_has_lost_is_not_found(bucket, editor, visitor):
    image, document = upload_picture(editor), upload_document(editor)
    bucket.objects.delete()
    assert [visitor.get(url).status_code for url in (image.file.url, document.url)] == [404, 404]


def test_a_bucket_is_named_by_the_environment():
    environment = {
        "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "a.example",
        "DATABASE_URL": "sqlite://:memory:",
        "WAGTAILADMIN_BASE_URL": "https://a.example",
        "MEDIA_S3_BUCKET": BUCKET,
        "MEDIA_S3_ENDPOINT": "https://store.example",
        "MEDIA_S3_REGION": REGION,
        "MEDIA_S3_ACCESS_KEY": KEYS["access_key"],
        "MEDIA_S3_SECRET_KEY": KEYS["secret_key"],
    }
    code = "from mep_site.settings.production import *; print(json.dumps([STORAGES, MEDIA_S3]))"
    done = subprocess.run(
        [sys.executable, "-c", f"import json; {code}"],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        check=True,
    )
    storages, bucket = json.loads(done.stdout)
    assert storages["default"] == BACKEND
    assert bucket == described("https://store.example")


def test_the_keys_are_not_written_down_with_the_storage(bucket):
    """Wagtail hands a storage to a task as its class and arguments."""
    assert KEYS["secret_key"] not in repr(default_storage.deconstruct())


def test_nothing_else_loads_what_speaks_to_the_store():
    loading = [
        file for file in SOURCES if re.search("(?:import|from) (?:boto|storages)", file.read_text())
    ]
    assert [file.name for file in loading] == ["bucket.py"]
