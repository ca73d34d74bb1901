"""Run the fast tests with the newest Django and Wagtail that the package index offers.

    python -m tests.newest [PYTHON]

They may fail: the point is to know what an upgrade will meet. Which version is offered depends on
the Python; by default it is the newest on this machine. The packages go into an environment of
their own, .venv-next; all others stay as they are locked, as far as the newer ones allow. Where
nothing newer is offered than what the site uses, nothing is installed or run.
"""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from shutil import which

ROOT = Path(__file__).parent.parent
ENVIRONMENT = ROOT / ".venv-next"
REQUIREMENTS = ROOT / "requirements" / "test.txt"
WATCHED = ("django", "wagtail", "django-modeltranslation")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
TESTS = ("-m", "pytest", "-n", "2", "-m", "not browser and not slow")
LAST_MINOR_VERSION = 20

Versions = dict[str, str]


def newest_python() -> str:
    """The newest Python of this machine that can make an environment."""
    for minor in range(LAST_MINOR_VERSION, sys.version_info.minor, -1):
        command = which(f"python3.{minor}")
        if command and _succeeds(command, "-c", "import ensurepip, venv"):
            return command
    return sys.executable


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def offered(python: str) -> Versions:
    """The newest version of each watched package that the index has for a Python."""
    options = ("--dry-run", "--no-deps", "--ignore-installed", "--quiet", "--report=-")
    answer = subprocess.run(
        [*PIP, f"--python={python}", "install", *options, *WATCHED],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    found = (each["metadata"] for each in json.loads(answer.stdout)["install"])
    return {each["name"].lower(): each["version"] for each in found}


def install(python: str, versions: Versions) -> Path:
    """Make the environment anew; returns its Python."""
    subprocess.run([python, "-m", "venv", "--clear", ENVIRONMENT], check=True)
    inside = ENVIRONMENT / "bin" / "python"
    add = (*PIP, f"--python={inside}", "install", "--quiet")
    subprocess.run([*add, "--require-hashes", f"--requirement={REQUIREMENTS}"], check=True)
    subprocess.run([*add, *(f"{name}=={number}" for name, number in versions.items())], check=True)
    return inside


def described(versions: Versions) -> str:
    """Packages and their versions in one line."""
    return ", ".join(f"{name} {versions[name]}" for name in WATCHED)


def main(python: str) -> int:
    """Say what is offered, and test with it if it is newer; the exit status of the tests."""
    newest, used = offered(python), {name: version(name) for name in WATCHED}
    _say(f"The site uses {described(used)}.")
    if newest == used:
        _say(f"The index offers nothing newer for {python}.")
        return 0
    _say(f"The index offers {described(newest)} for {python}. Installing them into .venv-next …")
    inside = install(python, newest)
    _say("Running the fast tests with them …")
    return subprocess.run([inside, *TESTS], check=False, cwd=ROOT).returncode


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else newest_python()))
