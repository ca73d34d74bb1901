"""What is deployed agrees with the code: container files, web server, environment, documents."""

import fnmatch
import gc
import json
import re
import runpy
import shlex
import subprocess
import sys
import tomllib
from typing import Any

import pytest
import yaml
from django.conf import settings

ROOT = settings.BASE_DIR
MEASURING = ROOT / "tests" / "measuring"
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IN_PRODUCTION = ("mep_site/settings/base.py", "mep_site/settings/production.py")
SECRETS = {"SECRET_KEY", "POSTGRES_PASSWORD"}


def instructions(name: str) -> list[str]:
    """Return the arguments of each such instruction of the Dockerfile."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return [line.split(maxsplit=1)[1] for line in joined.splitlines() if line.startswith(name)]


def variables_read(file: str) -> set[str]:
    """Return the names of the environment variables that a module reads."""
    source = (ROOT / file).read_text(encoding="utf-8")
    return set(re.findall(r'env\.(?!require)\w+\(\s*"([A-Z_]+)"', source))


def variables_required() -> set[str]:
    """Return the names without which production does not start."""
    source = (ROOT / "mep_site" / "settings" / "production.py").read_text(encoding="utf-8")
    (call,) = re.findall(r"env\.require\(([^)]*)\)", source)
    return set(re.findall(r'"(\w+)"', call))


def variables_of_compose() -> set[str]:
    """Return the names that docker-compose.yml takes from its environment."""
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    return set(re.findall(r"\$\{([A-Z_]+)", text))


def documented_variables() -> set[str]:
    """Return the names in the first column of the tables in docs/operations.md."""
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    return set(re.findall(r"^\| `([A-Z_]+)` \|", text, flags=re.MULTILINE))


def requirements(file: str) -> dict[str, str]:
    """Return the packages of a lock file with the text of each entry."""
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    return {re.split(r"==", entry)[0]: entry for entry in entries}


@pytest.mark.parametrize("service", ["web", "migrate", "dictionary"])
def test_the_site_gets_every_variable_that_production_reads(service: str) -> None:
    passed = set(SERVICES[service]["environment"])
    # Uploads lie where the volume is; the default of MEDIA_ROOT is that place.
    read = set().union(*map(variables_read, (*IN_PRODUCTION, "gunicorn.conf.py")))
    assert variables_required() <= read
    assert read - passed == {"MEDIA_ROOT"}


def test_only_the_secrets_must_be_filled_in() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\{([A-Z_]+):\?", text)) == SECRETS
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    lines = [line for line in example.splitlines() if line and not line.startswith("#")]
    assert lines == [f"{name}=" for name in ("SECRET_KEY", "POSTGRES_PASSWORD")]


def test_no_secret_is_committed() -> None:
    for name, value in SERVICES["web"]["environment"].items():
        if re.search("SECRET|PASSWORD|DATABASE_URL", name):
            assert "${" in value
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {".env", "var/"} <= set(ignored)


def test_what_the_image_copies_exists_and_secrets_are_left_out() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for arguments in instructions("COPY"):
        *sources, _ = shlex.split(arguments)
        for source in sources:
            assert (ROOT / source).exists()
            assert not any(fnmatch.fnmatch(source, pattern) for pattern in ignored)
    assert {".env*", ".git", "var"} <= set(ignored)


def test_the_site_does_not_run_as_root() -> None:
    assert instructions("USER") == ["site"]
    assert DOCKERFILE.index("\nUSER ") < DOCKERFILE.index("\nCMD ")


def test_every_image_names_its_version() -> None:
    images = [service["image"] for service in SERVICES.values() if "build" not in service]
    all_images = instructions("FROM") + images
    named = re.compile(r"[a-z]+:\d+(\.\d+)?-[a-z-]+")
    assert [image for image in all_images if not named.fullmatch(image)] == []


def test_the_site_starts_when_the_database_is_ready_and_migrated() -> None:
    assert "healthcheck" in SERVICES["db"]
    assert SERVICES["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}
    completed = {"migrate": {"condition": "service_completed_successfully"}}
    assert SERVICES["web"]["depends_on"] == completed
    assert SERVICES["dictionary"]["depends_on"] == completed
    assert SERVICES["proxy"]["depends_on"] == {"web": {"condition": "service_healthy"}}


def test_uploads_and_database_outlive_their_containers() -> None:
    mounts = [mount for service in SERVICES.values() for mount in service["volumes"]]
    assert "media:/app/var/media" in mounts
    assert "dictionaries:/app/var/dictionaries" in mounts
    assert "media:/srv/media:ro" in mounts
    assert "database:/var/lib/postgresql/data" in mounts
    assert set(COMPOSE["volumes"]) == {"database", "media", "dictionaries"}


def test_only_this_host_reaches_the_web_server_unless_told_otherwise() -> None:
    assert SERVICES["proxy"]["ports"] == ["${LISTEN:-127.0.0.1:8080}:80"]
    assert all("ports" not in SERVICES[name] for name in ("db", "migrate", "dictionary", "web"))


def test_the_web_server_accepts_the_largest_document() -> None:
    nginx = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    (megabytes,) = re.findall(r"client_max_body_size (\d+)m;", nginx)
    largest = max(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    assert int(megabytes) * 1024 * 1024 > largest


def test_the_web_server_hands_out_no_upload_that_the_site_has_not_allowed() -> None:
    nginx = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    locations = re.findall(r"location (\S+) \{([^}]*)\}", nginx)
    url = SERVICES["web"]["environment"]["SENDFILE_URL"]
    ((name, rules),) = [each for each in locations if "proxy_pass" not in each[1]]
    assert name == f"{url}/"
    assert "internal;" in rules


def test_every_variable_is_documented_and_no_other() -> None:
    files = (*IN_PRODUCTION, "mep_site/settings/dev.py", "gunicorn.conf.py")
    read = set().union(*map(variables_read, files))
    assert documented_variables() == read | variables_of_compose()


@pytest.mark.parametrize("file", ["runtime.txt", "test.txt"])
def test_every_requirement_is_locked_by_hash_and_no_index_is_named(file: str) -> None:
    entries = requirements(file)
    assert entries
    assert [name for name, entry in entries.items() if "--hash=sha256:" not in entry] == []
    assert [name for name, entry in entries.items() if re.search("://|index", entry)] == []


def test_the_tests_run_on_the_versions_that_are_deployed() -> None:
    runtime, test = requirements("runtime.txt"), requirements("test.txt")
    deployed, tested = (
        {package: entries[package].splitlines()[0] for package in runtime}
        for entries in (runtime, test)
    )
    assert tested == deployed


def test_each_direct_requirement_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    direct = project["project"]["dependencies"] + project["dependency-groups"]["test"]
    named = {re.match(r"[a-z0-9-]+", requirement)[0] for requirement in direct}
    for folder in (MEASURING, MEASURING / "lighthouse"):
        package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        named |= package["devDependencies"].keys()
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| ([a-z][a-z0-9-]*) \|", text, re.MULTILINE)) - {"package"}
    assert explained == named


def test_a_clone_holds_nothing_that_is_made() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.splitlines()
    assert not [name for name in tracked if name.endswith((".mo", ".pyc", ".sqlite3"))]
    assert not [name for name in tracked if name.startswith((".venv", "var/"))]


@pytest.mark.slow
def test_garbage_collection_spares_what_gunicorn_loads_before_it_forks() -> None:
    runpy.run_path(str(ROOT / "gunicorn.conf.py"))["when_ready"](None)
    try:
        assert gc.get_freeze_count() > len(sys.modules)
    finally:
        gc.unfreeze()
