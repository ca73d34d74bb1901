"""Makes a release of what is committed, in var/release: make release.

Four files, all named after the commit, and their sums:

- the source as an archive, which is the same to the byte whenever it is made;
- the SHA-256 of each file in it;
- the software bill of materials (CycloneDX 1.6): every package that the image installs, with the
  hashes by which it is pinned and its licence;
- what else the image is built from.

None of them holds the time of the run.
"""

import gzip
import io
import json
import os
import re
import subprocess
import sys
import tarfile
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "var" / "release"
REQUIREMENTS = "requirements/runtime.txt"
IMAGE = re.compile(r"(?:^FROM |--from=|^ +image: )([a-z0-9./-]+:\S+)", re.MULTILINE)

sys.path.insert(0, str(ROOT))

from mep_site.inventory.packages import licence_of  # noqa: E402 - found by the line above


def main() -> None:
    """Make it and say what to look at; refuse if something is not committed."""
    if changed := _git("status", "--porcelain").strip():
        sys.exit(f"Commit first, or it is not in the release:\n{changed}")
    commit = _git("rev-parse", "HEAD").strip()
    for file in make_release(commit, FOLDER):
        print(file.relative_to(ROOT))
    subprocess.run([ROOT / "deploy" / "pin_images", "--check"], check=False)


def make_release(commit: str, folder: Path) -> list[Path]:
    """Write the files of a commit into a folder; what was there of it is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"mep-site-{commit[:12]}"
    archive = archive_of(commit)
    contents = {
        f"{name}.tar.gz": archive,
        f"{name}.files": sums_of_files(archive).encode(),
        f"{name}.cdx.json": bill_of_materials(commit).encode(),
        f"{name}.images": "".join(f"{image}\n" for image in images(commit)).encode(),
    }
    sums = "".join(f"{sha256(data).hexdigest()}  {file}\n" for file, data in contents.items())
    contents[f"{name}.sha256"] = sums.encode()
    for file, data in contents.items():
        (folder / file).write_bytes(data)
    return [folder / file for file in contents]


def archive_of(commit: str) -> bytes:
    """The source, with the times of the commit; git writes its number into one of the files."""
    command = ["git", "archive", "--format=tar", "--prefix=mep-site/", commit]
    tar = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    return gzip.compress(tar, mtime=0)


def sums_of_files(archive: bytes) -> str:
    """What ``sha256sum --check`` reads, beside the unpacked archive."""
    lines = []
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            if member.isfile():
                content = tar.extractfile(member).read()
                lines.append(f"{sha256(content).hexdigest()}  {member.name}\n")
    return "".join(lines)


def bill_of_materials(commit: str) -> str:
    """CycloneDX of the locked requirements, with the licences that the installed packages name."""
    command = [
        *(sys.executable, "-m", "cyclonedx_py", "requirements"),
        *("--output-reproducible", "--spec-version", "1.6", "--pyproject", "pyproject.toml"),
        REQUIREMENTS,
    ]
    moment = _git("show", "--no-patch", "--format=%ct", commit).strip()
    environment = os.environ | {"SOURCE_DATE_EPOCH": moment}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    bill: dict[str, Any] = json.loads(done.stdout)
    bill["metadata"]["component"]["version"] = commit
    for component in bill["components"]:
        if licence := _licence(component["name"]):
            component["licenses"] = [{"license": {"name": licence}}]
    return json.dumps(bill, indent=2, sort_keys=True) + "\n"


def images(commit: str) -> list[str]:
    """The images that ours is built on, and those that run beside it, as they are named."""
    files = (_git("show", f"{commit}:{file}") for file in ("Dockerfile", "docker-compose.yml"))
    return sorted({image for file in files for image in IMAGE.findall(file)})


def _licence(name: str) -> str:
    """Empty for a package that another system needs and this one lacks."""
    try:
        return licence_of(distribution(name))
    except PackageNotFoundError:
        return ""


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout


if __name__ == "__main__":
    main()
