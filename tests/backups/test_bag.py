"""What an archive is made of: any change of it is noticed, and standard tools can read it."""

import io
import subprocess
import tarfile
from hashlib import sha256
from pathlib import Path

import pytest

from mep_site.backups.archive.bag import BagReader, BagWriter
from mep_site.backups.errors import DamagedArchiveError

PARTS = {
    "database.dump": b"rows" * 100,
    "media/通知.pdf": b"%PDF",
    "media/50%\nof it.txt": b"odd",
    "media/empty": b"",
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A bag with some parts."""
    place = tmp_path / "site.tar"
    with place.open("wb") as stream, BagWriter.on(stream) as bag:
        for name, content in PARTS.items():
            bag.add(name, io.BytesIO(content))
        bag.finish({"site.json": b"{}"})
    return place


def fault_of(archive: Path) -> str:
    with pytest.raises(DamagedArchiveError) as caught, BagReader.of(archive) as bag:
        bag.check()
    return str(caught.value)


def rewritten(archive: Path, change) -> Path:
    """The same tar with members changed: ``change`` gets name and content, and returns both."""
    other = archive.with_name("other.tar")
    with tarfile.open(archive) as old, tarfile.open(other, "w") as new:
        for member in old:
            name, content = change(member.name, old.extractfile(member).read())
            if name:
                added = tarfile.TarInfo(name)
                added.size = len(content)
                new.addfile(added, io.BytesIO(content))
    return other


def test_what_was_put_in_comes_out(archive):
    with BagReader.of(archive) as bag:
        bag.check()
        assert {name: bag.open(name).read() for name in bag.names()} == PARTS
        assert bag.tag("site.json") == b"{}"


def test_any_changed_byte_of_a_part_is_noticed(archive):
    whole = archive.read_bytes()
    for offset in (whole.index(b"rowsrows") + 7, whole.index(b"%PDF"), whole.rindex(b"{}")):
        changed = bytearray(whole)
        changed[offset] ^= 1
        archive.write_bytes(changed)
        assert "is not what was written" in fault_of(archive)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
def test_a_file_that_was_cut_off_is_not_whole(archive, share):
    whole = archive.read_bytes().rstrip(b"\0")
    archive.write_bytes(whole[: int(len(whole) * share)])
    assert fault_of(archive)


def test_no_part_is_left_out_or_slipped_in(archive):
    gone = rewritten(
        archive, lambda name, content: ("" if "PDF" in name.upper() else name, content)
    )
    assert "is missing" in fault_of(gone)
    with tarfile.open(archive, "a") as tar:
        tar.addfile(tarfile.TarInfo("backup/data/media/strange"))
    assert "without being listed" in fault_of(archive)


@pytest.mark.parametrize("name", ["/etc/passwd", "backup/data/../../x", "other/data/x", "backup"])
def test_what_leads_out_of_the_archive_is_refused(archive, name):
    assert "does not belong" in fault_of(
        rewritten(archive, lambda old, content: (name if "empty" in old else old, content))
    )


def test_a_link_is_refused(archive):
    with tarfile.open(archive, "a") as tar:
        link = tarfile.TarInfo("backup/data/media/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    assert "does not belong" in fault_of(archive)


def test_something_else_is_no_archive(tmp_path):
    file = tmp_path / "x.tar"
    file.write_bytes(b"not a tar file" * 100)
    assert "not a whole archive" in fault_of(file)


def test_standard_tools_read_and_check_it(archive):
    subprocess.run(["tar", "-xf", archive], cwd=archive.parent, check=True)
    folder = archive.parent / "backup"
    lines = (folder / "manifest-sha256.txt").read_text().splitlines()
    (line,) = [line for line in lines if line.endswith("database.dump")]
    assert line == f"{sha256(PARTS['database.dump']).hexdigest()}  data/database.dump"
    (folder / "plain.txt").write_text("\n".join(each for each in lines if "%" not in each) + "\n")
    subprocess.run(["sha256sum", "--check", "--quiet", "plain.txt"], cwd=folder, check=True)
    assert (folder / "bag-info.txt").read_text().splitlines()[1] == "Payload-Oxum: 407.4"
