"""The digest of the code that renders the pages."""

from pathlib import Path

from mep_site.pagecache import release as module
from mep_site.pagecache.release import release


def test_files_of_the_site_are_read_and_those_of_libraries_are_not(monkeypatch):
    read = []
    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: read.append(file) or read_bytes(file))
    assert release() == release()
    assert {"page.html", "release.py", "django.po"} <= {each.name for each in read}
    assert [each for each in read if "site-packages" in each.parts] == []


def test_bytecode_that_another_process_writes_is_not_read():
    before = release()
    written = Path(module.__file__).parent / "__pycache__" / "release.cpython-311.pyc.1"
    written.touch()
    try:
        assert release() == before
    finally:
        written.unlink()
