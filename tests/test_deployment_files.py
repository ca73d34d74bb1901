"""What is deployed agrees with the code: container files, web server, environment, documents."""

import fnmatch
import gc
import json
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from mep_site.settings import env

from .throwaway_postgresql import PROGRAMS

ROOT = settings.BASE_DIR
MEASURING = ROOT / "tests" / "measuring"
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IN_PRODUCTION = ("mep_site/settings/base.py", "mep_site/settings/production.py")
OF_THE_SITE = ("web", "migrate", "scheduler")
# Where the environment names a file instead of a value.
FILE = "_FILE"


def instructions(name: str) -> list[str]:
    """Return the arguments of each such instruction of the Dockerfile."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return [line.split(maxsplit=1)[1] for line in joined.splitlines() if line.startswith(name)]


def variables_read(file: str) -> set[str]:
    """Return the names of the environment variables that a module reads.

    With the URL of a database its password is read, which may stand apart from it.
    """
    source = (ROOT / file).read_text(encoding="utf-8")
    source += re.sub(r'env\.database\("(\w+)_URL"', r'env.text("\1_PASSWORD"', source)
    return set(re.findall(r'env\.(?!require)\w+\(\s*"([A-Z0-9_]+)"', source))


def variables_required() -> set[str]:
    """Return the names without which production does not start."""
    source = (ROOT / "mep_site" / "settings" / "production.py").read_text(encoding="utf-8")
    (call,) = re.findall(r"env\.require\(([^)]*)\)", source)
    return set(re.findall(r'"(\w+)"', call))


def variables_of_compose() -> set[str]:
    """Return the names that docker-compose.yml takes from its environment."""
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    return set(re.findall(r"\$\{([A-Z0-9_]+)", text))


def documented_variables() -> set[str]:
    """Return the names in the first column of the tables in docs/operations.md."""
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    return set(re.findall(r"^\| `([A-Z0-9_]+)` \|", text, flags=re.MULTILINE))


def lines_of(file: str) -> set[str]:
    return set((ROOT / file).read_text(encoding="utf-8").splitlines())


def requirements(file: str) -> dict[str, str]:
    """Return the packages of a lock file with the text of each entry."""
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    return {re.split(r"==", entry)[0]: entry for entry in entries}


@pytest.mark.parametrize("service", OF_THE_SITE)
def test_the_site_gets_every_variable_that_production_reads(service: str) -> None:
    passed = {name.removesuffix(FILE) for name in SERVICES[service]["environment"]}
    # Uploads and backups lie where the volumes are; the defaults are these places.
    read = set().union(*map(variables_read, (*IN_PRODUCTION, "gunicorn.conf.py")))
    assert variables_required() <= read
    assert read - passed == {"MEDIA_ROOT", "BACKUP_FOLDER"}


def test_nothing_must_be_filled_in_to_try_it() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert re.findall(r"\$\{[A-Z0-9_]+:\?", text) == []
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert all(line.startswith("#") for line in example.splitlines())


@pytest.mark.asvs("13.4.1")
def test_secrets_are_files_that_are_never_committed_or_copied() -> None:
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("SECRET|PASSWORD|_KEY", name):
                assert name.endswith(FILE)
                secret = value.removeprefix("/run/secrets/")
                assert secret in service["secrets"]
                assert COMPOSE["secrets"][secret] == {"file": f"./secrets/{secret}"}
    assert ":" not in re.sub(r"^\w+://|:\d+/", "", SERVICES["web"]["environment"]["DATABASE_URL"])
    assert {".env", "var/", "/secrets/"} <= lines_of(".gitignore")
    assert {".env*", ".git", "var", "secrets"} <= lines_of(".dockerignore")


@pytest.mark.asvs("13.2.3", "13.3.2")
def test_the_files_of_secrets_are_made_once(tmp_path: Path) -> None:
    (tmp_path / "deploy").mkdir()
    script = shutil.copy(ROOT / "deploy" / "make_secrets", tmp_path / "deploy")
    subprocess.run([script], check=True)
    secrets = {file.name: file.read_text() for file in (tmp_path / "secrets").iterdir()}
    assert secrets.keys() == COMPOSE["secrets"].keys()
    assert {name for name, value in secrets.items() if value} == {"secret_key", "postgres_password"}
    assert len(secrets["secret_key"]) >= env.SECRET_LENGTH
    assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0
    subprocess.run([script], check=True)
    again = {file.name: file.read_text() for file in (tmp_path / "secrets").iterdir()}
    assert again == secrets


def test_what_the_image_copies_exists_and_secrets_are_left_out() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for arguments in instructions("COPY"):
        *sources, _ = shlex.split(arguments)
        if sources[0].startswith("--from="):
            continue
        for source in sources:
            assert (ROOT / source).exists()
            assert not any(fnmatch.fnmatch(source, pattern) for pattern in ignored)


@pytest.mark.asvs("13.2.2")
def test_the_site_does_not_run_as_root() -> None:
    """Nor does the web server in front of it."""
    assert instructions("USER") == ["site", "nginx"]
    for image in DOCKERFILE.split("\nFROM ")[1:]:
        assert image.index("\nUSER ") < image.index("\nCMD ")


def images() -> list[str]:
    """What is taken from a registry, as the container files name it."""
    services = [service["image"] for service in SERVICES.values() if "build" not in service]
    copied = re.findall(r"--from=(\S+:\S+)", DOCKERFILE)
    return [line.split()[0] for line in instructions("FROM")] + copied + services


def test_every_image_names_its_version() -> None:
    named = re.compile(r"[a-z]+:\d+(\.\d+)?-[a-z-]+(@sha256:[0-9a-f]{64})?")
    assert [image for image in images() if not named.fullmatch(image)] == []


def test_the_database_is_of_the_version_that_is_tested() -> None:
    """And so are the programs that back it up."""
    (tested,) = re.findall(r"pginstall(\d+)", PROGRAMS.name)
    versions = {image.split("-")[0] for image in images() if image.startswith("postgres:")}
    assert versions == {f"postgres:{tested}"}


@pytest.fixture
def container_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copies of them, beside a Docker that knows a digest for every image."""
    (tmp_path / "deploy").mkdir()
    shutil.copy(ROOT / "deploy" / "pin_images", tmp_path / "deploy")
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("Dockerfile", "docker-compose.yml"):
        text = re.sub("@sha256:[0-9a-f]{64}", "", (ROOT / name).read_text("utf-8"))
        (tmp_path / name).write_text(text, "utf-8")
    docker = tmp_path / "docker"
    docker.write_text(f"#!/bin/sh\necho sha256:{'ab' * 32}\n")
    docker.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return tmp_path


def test_images_are_pinned_by_digest_for_a_release(container_files: Path) -> None:
    script = container_files / "deploy" / "pin_images"
    refused = subprocess.run([script, "--check"], capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    # Twice in the Dockerfile for the two programs and their library, once in docker-compose.yml.
    assert refused.stderr.count("postgres:18-bookworm") == 3
    build = ["make", "--directory", container_files, "images"]
    assert subprocess.run(build, capture_output=True, check=False).returncode != 0
    subprocess.run([script], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([script, "--check"], check=True)
    subprocess.run(build, check=True, capture_output=True)
    pinned = yaml.safe_load((container_files / "docker-compose.yml").read_text("utf-8"))
    assert pinned["services"]["db"]["image"] == f"postgres:18-bookworm@sha256:{'ab' * 32}"
    dockerfile = (container_files / "Dockerfile").read_text("utf-8")
    assert f"FROM nginx:1.28-alpine@sha256:{'ab' * 32} AS proxy" in dockerfile
    assert "--from=site " in dockerfile


def test_the_site_starts_when_the_database_is_ready_and_migrated() -> None:
    assert "healthcheck" in SERVICES["db"]
    assert SERVICES["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}
    completed = {"migrate": {"condition": "service_completed_successfully"}}
    assert SERVICES["web"]["depends_on"] == completed
    assert SERVICES["scheduler"]["depends_on"] == completed
    assert SERVICES["proxy"]["depends_on"] == {"web": {"condition": "service_healthy"}}


def test_what_must_last_outlives_its_containers() -> None:
    mounts = [mount for service in SERVICES.values() for mount in service.get("volumes", [])]
    for mount in (
        *("media:/app/var/media", "dictionaries:/app/var/dictionaries", "pdf:/app/var/pdf"),
        *("${BACKUPS:-backups}:/app/var/backups", "media:/srv/media:ro"),
        *("copies:/var/cache/nginx", "database18:/var/lib/postgresql"),
    ):
        assert mount in mounts
    used = {re.sub(r"\$\{\w+:-(\w+)\}", r"\1", mount).split(":")[0] for mount in mounts}
    assert used == set(COMPOSE["volumes"])


def test_whatever_owns_files_in_volumes_has_a_fixed_number() -> None:
    assert "useradd --uid 999 --gid 999" in DOCKERFILE
    assert "uid=999" in SERVICES["web"]["tmpfs"][1]


def test_every_folder_that_the_site_writes_to_can_be_written_to() -> None:
    writable = {mount.split(":")[-1] for mount in SERVICES["web"]["volumes"]}
    writable |= {mount.split(":")[0] for mount in SERVICES["web"]["tmpfs"]}
    (made,) = re.findall(r"mkdir -p ((?:var/\w+ ?)+)", DOCKERFILE)
    assert writable == {f"/app/{folder}" for folder in made.split()} | {"/tmp"}


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_a_container_may_do_nothing_beyond_its_work(service: dict[str, Any]) -> None:
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"NET_ADMIN", "SYS_ADMIN", "ALL"} & set(service.get("cap_add", []))
    assert set(service["logging"]["options"]) == {"max-size", "max-file"}


def test_database_and_redis_are_reached_by_the_site_only() -> None:
    assert COMPOSE["networks"]["data"] == {"internal": True}
    for name in ("db", "redis"):
        assert SERVICES[name]["networks"] == ["data"]
    assert SERVICES["proxy"]["networks"] == ["front"]


def test_what_serves_is_asked_whether_it_is_ready() -> None:
    assert "/readyz" in SERVICES["web"]["healthcheck"]["test"][-1]
    (site, proxy) = re.findall(r"^HEALTHCHECK .*\\\n\s+CMD (.*)", DOCKERFILE, re.MULTILINE)
    assert "/healthz" in site
    assert "127.0.0.1:8080" in proxy


def test_only_this_host_reaches_the_web_server_unless_told_otherwise() -> None:
    assert SERVICES["proxy"]["ports"] == ["${LISTEN:-127.0.0.1:8080}:8080"]
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    nginx = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    assert "    listen 8080;" in nginx


def test_the_web_server_accepts_the_largest_document() -> None:
    nginx = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    (admin,) = re.findall(r"location /admin/ \{([^}]*)\}", nginx)
    (megabytes,) = re.findall(r"client_max_body_size (\d+)m;", admin)
    largest = max(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    assert int(megabytes) * 1024 * 1024 > largest


def test_the_web_server_hands_out_no_upload_that_the_site_has_not_allowed() -> None:
    nginx = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    locations = re.findall(r"location (?:= )?(\S+) \{([^}]*)\}", nginx)
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
    for folder in (MEASURING, MEASURING / "lighthouse", MEASURING / "observatory"):
        package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        named |= package["devDependencies"].keys()
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| (@?[a-z][a-z0-9/-]*) \|", text, re.MULTILINE)) - {"package"}
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
