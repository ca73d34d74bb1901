"""Which commit this is: of an archive, an image or a checkout, without git being installed."""

import re
from pathlib import Path

# Git writes the commit into this file of an archive that it makes (`export-subst`).
ARCHIVED = Path(__file__).with_name("COMMIT")
COMMIT = re.compile(r"[0-9a-f]{40}")


def commit_of(root: Path) -> str:
    """The commit of the code in a folder; empty if nothing says."""
    return _commit(ARCHIVED) or _checked_out(root)


def _checked_out(root: Path) -> str:
    """What ``HEAD`` names; in a second work tree ``.git`` is a file that says where it is."""
    git = root / ".git"
    if git.is_file():
        git = Path(git.read_text("utf-8").removeprefix("gitdir:").strip())
    common = git / "commondir"
    shared = git / common.read_text("utf-8").strip() if common.exists() else git
    head = _text(git / "HEAD")
    name = head.removeprefix("ref:").strip()
    if name == head:
        return _commit(git / "HEAD")
    packed = re.search(
        rf"^({COMMIT.pattern}) {re.escape(name)}$", _text(shared / "packed-refs"), re.M
    )
    return _commit(shared / name) or (packed[1] if packed else "")


def _commit(file: Path) -> str:
    found = COMMIT.fullmatch(_text(file))
    return found[0] if found else ""


def _text(file: Path) -> str:
    return file.read_text("utf-8").strip() if file.is_file() else ""
