"""A release is the same whenever it is made, and names all that it consists of."""

import importlib.util
import io
import json
import re
import subprocess
import tarfile
from hashlib import sha256

import pytest

from ..test_architecture import ROOT

pytestmark = pytest.mark.slow
SPEC = importlib.util.spec_from_file_location("release", ROOT / "deploy" / "release.py")
PINNED = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==(\S+)", re.MULTILINE)


@pytest.fixture(scope="module")
def release():
    module = importlib.util.module_from_spec(SPEC)
    SPEC.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def commit():
    head = ["git", "rev-parse", "HEAD"]
    return subprocess.run(head, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="module")
def made(release, commit, tmp_path_factory):
    folder = tmp_path_factory.mktemp("release")
    return {file.suffixes[-1]: file for file in release.make_release(commit, folder)}


def test_it_is_the_same_to_the_byte_each_time(release, commit, made, tmp_path):
    again = release.make_release(commit, tmp_path)
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in made.values()]


@pytest.mark.asvs("11.4.3")
def test_sums_are_those_of_the_files(made):
    for line in made[".sha256"].read_text().splitlines():
        digest, name = line.split()
        assert sha256((made[".sha256"].parent / name).read_bytes()).hexdigest() == digest
    names = {line.split()[1] for line in made[".files"].read_text().splitlines()}
    assert "mep-site/manage.py" in names


def test_the_archive_knows_its_commit(made, commit):
    with tarfile.open(fileobj=io.BytesIO(made[".gz"].read_bytes())) as tar:
        written = tar.extractfile("mep-site/mep_site/settings/COMMIT").read().decode().strip()
    assert written == commit


@pytest.mark.asvs("15.1.2")
def test_the_bill_has_every_package_with_hash_and_licence(made):
    bill = json.loads(made[".json"].read_text())
    locked = dict(PINNED.findall((ROOT / "requirements" / "runtime.txt").read_text()))
    found = {each["name"]: each for each in bill["components"]}
    assert {name: each["version"] for name, each in found.items()} == locked
    hashed = [each for each in found.values() if '"SHA-256"' in json.dumps(each)]
    assert len(hashed) == len(found)
    without = [name for name, each in found.items() if "licenses" not in each]
    assert len(without) <= len(found) / 20
    assert bill["bomFormat"] == "CycloneDX"


def test_it_names_the_images_beside_ours(made):
    assert "python:" in made[".images"].read_text()
    assert "nginx" in made[".images"].read_text()
