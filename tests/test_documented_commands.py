"""Every command that the documents for operators name is run: here, or by the test that is named.

A block of commands has ``sh`` in front of it, and no other way of writing one is allowed, so that a
new command cannot be forgotten: what is neither run here nor proven elsewhere fails. Docker is not
run. What can be shown without it is that compose has the service, and that what would be done in
its container works.
"""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core import signing
from django.core.management import call_command

from mep_site.settings import env

from .test_deployment_files import DOCKERFILE, ROOT, SERVICES

DOCUMENTS = ("operations.md", "caches.md", "mail.md")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What runs in a container, or does something to containers.
IN_CONTAINER = re.compile(r"docker compose (?:exec|run)(?: --?[\w-]+)* (\w+) (.+)")
OF_CONTAINERS = re.compile(r"docker compose (?:up|ps|logs|restart|stop)(?: --[\w=-]+)*((?: \w+)*)")
MANAGE = re.compile(r"(?:\.venv/bin/)?python manage\.py (.+)")

# The commands of manage.py that are simply run, with others before them where they need some.
RUN_HERE = {
    "publish_scheduled",
    "check_ready",
    "check_editions",
    "check_editions --mend",
    "check_search_index",
    "raise_public_version",
    "forget_reporters",
    "send_subscriptions",
    "send_digests",
    "sendtestemail somebody@example.org",
    "verify_log",
    "what_runs",
}
INSTALLED = "test_installing.py::test_a_fresh_production_is_ready_and_knows_its_name"
SCHEDULED = "scheduling/test_running.py::test_what_is_due_runs_once_and_says_so"
TRAINED = (
    "pagecache/test_training.py::test_the_first_dictionary_is_kept_and_the_same_is_no_second_one"
)
ROTATED = "test_documented_commands.py::test_what_the_old_key_has_signed_is_good_after_its_change"
ELSEWHERE = {
    "migrate": INSTALLED,
    "collectstatic --noinput": INSTALLED,
    "write_error_pages /srv/error-pages": INSTALLED,
    "create_groups": INSTALLED,
    "createsuperuser": INSTALLED,
    "check --deploy --database default": INSTALLED,
    "run_scheduler": "scheduling/test_running.py::test_told_to_end_it_lets_a_job_come_to_its_end",
    "run_scheduler --once": SCHEDULED,
    "run_scheduler --list": SCHEDULED,
    "forget_subscriber reader@example.org": "subscriptions/test_subscribing.py::"
    "test_an_address_is_deleted_on_request",
    "rebuild_search_index": "search/test_upkeep.py::test_where_all_is_right_there_is_nothing_to_do",
    "update_index": "search/test_backend.py::test_update_index_makes_everything_anew",
    "train_dictionary": TRAINED,
    "train_dictionary --replace": "pagecache/test_training.py::"
    "test_nothing_of_earlier_ones_is_left_if_they_are_to_be_replaced",
    "import_legacy PATH …": "legacy/test_import_legacy.py::test_pages_are_drafts_in_their_language",
    "import_legacy --dry-run --report report.json PATH …": "legacy/test_import_legacy.py::"
    "test_a_dry_run_reports_and_leaves_nothing",
    "import_legacy --publish --user NAME PATH …": "legacy/test_import_legacy.py::"
    "test_publish_makes_pages_public_in_the_name_of_a_user",
    "deploy/make_secrets": "test_deployment_files.py::test_the_files_of_secrets_are_made_once",
    "cp .env.example .env": "test_deployment_files.py::test_nothing_must_be_filled_in_to_try_it",
    ".venv/bin/gunicorn --pid=/run/mep/gunicorn.pid": "test_web_server.py::"
    "test_a_page_is_kept_and_asked_for_before_it_is_sent_again",
    "curl -s http://127.0.0.1:8000/readyz": "test_web_server.py::"
    "test_probes_reach_the_site_and_are_not_kept",
    "curl -sI https://www.example.org/en/ | grep -i cache-status": "test_web_server.py::"
    "test_a_page_is_kept_and_asked_for_before_it_is_sent_again",
    "deploy/pin_images": "test_deployment_files.py::test_images_are_pinned_by_digest_for_a_release",
    "deploy/pin_images --check": "test_deployment_files.py::"
    "test_images_are_pinned_by_digest_for_a_release",
    "make images": "test_deployment_files.py::test_images_are_pinned_by_digest_for_a_release",
    'kill -USR2 "$master"': "test_renewing.py::test_a_second_master_takes_over_from_the_first",
    'kill -TERM "$master"': "test_renewing.py::test_a_second_master_takes_over_from_the_first",
    "pg_dump --username=site --format=custom site > site.dump": "test_database_commands.py::"
    "test_an_archive_is_read_by_another_server",
    "pg_restore --username=site --dbname=site < site.dump": "test_database_commands.py::"
    "test_an_archive_is_read_by_another_server",
    "sh < deploy/change_database_password": "test_database_commands.py::"
    "test_the_password_of_the_file_becomes_that_of_the_role",
    "backup --daily": "backups/test_folder.py::test_a_second_backup_of_the_day_is_not_made",
    "cp secrets/secret_key secrets/secret_key_fallbacks": ROTATED,
    "rm secrets/secret_key": ROTATED,
    "rm secrets/postgres_password": ROTATED,
}
# What asks other machines for something new, which no test does. `make install` is what `make test`
# begins with.
FROM_ELSEWHERE = {"git pull", "make install", "make next", "make next NEXT_PYTHON=python3.14"}


def blocks() -> Iterator[tuple[str, str]]:
    """The blocks of all documents: what stands in front of each, and what is in it."""
    for name in DOCUMENTS:
        yield from BLOCK.findall((ROOT / "docs" / name).read_text("utf-8"))


def documented() -> list[str]:
    """The commands, without what is said of them behind a #."""
    lines = [line for kind, block in blocks() if kind == "sh" for line in block.splitlines()]
    return sorted({re.sub(r"\s+#.*", "", line).strip() for line in lines})


def essence(command: str) -> str:
    """What is done, wherever: in a container, or by manage.py."""
    if inside := IN_CONTAINER.fullmatch(command):
        command = inside[2]
    return manage[1] if (manage := MANAGE.fullmatch(command)) else command


DONE = sorted({essence(command) for command in documented()})


def test_every_command_stands_in_a_block_that_says_so():
    for name in DOCUMENTS:
        text = (ROOT / "docs" / name).read_text("utf-8")
        assert re.findall(r"^    \S.*", BLOCK.sub("", text), re.MULTILINE) == []
    assert {kind for kind, _block in blocks()} == {"sh", "ini"}


def test_compose_has_every_service_that_is_named():
    for command in documented():
        if not command.startswith("docker "):
            continue
        inside, outside = IN_CONTAINER.fullmatch(command), OF_CONTAINERS.fullmatch(command)
        assert inside or outside, command
        named = [inside[1]] if inside else outside[1].split()
        assert set(named) <= SERVICES.keys()


@pytest.mark.parametrize(
    "command", [command for command in DONE if not OF_CONTAINERS.fullmatch(command)]
)
def test_every_command_is_run(command: str, db: None, settings: object) -> None:
    """Here, in a transaction; or by another test."""
    if command in RUN_HERE:
        call_command(*shlex.split(command))
    elif command in ELSEWHERE:
        file, _colons, name = ELSEWHERE[command].partition("::")
        assert f"\ndef {name}(" in (ROOT / "tests" / file).read_text("utf-8")
    elif command.startswith("apt-get install "):
        assert all(package in DOCKERFILE for package in command.split()[2:])
    else:
        assert command in FROM_ELSEWHERE


def test_nothing_is_proven_that_no_document_names():
    assert {*RUN_HERE, *ELSEWHERE, *FROM_ELSEWHERE} - {*DONE} == set()


def test_what_the_old_key_has_signed_is_good_after_its_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    """The lines of the document are run as they stand, but for those that need Docker."""
    (tmp_path / "deploy").mkdir()
    shutil.copy(ROOT / "deploy" / "make_secrets", tmp_path / "deploy")
    (block,) = [block for _kind, block in blocks() if "secret_key_fallbacks" in block]
    lines = [line for line in block.splitlines() if not line.startswith("docker ")]
    subprocess.run([tmp_path / "deploy" / "make_secrets"], check=True)
    key, fallbacks = (
        tmp_path / "secrets" / name for name in ("secret_key", "secret_key_fallbacks")
    )
    settings.SECRET_KEY = old = key.read_text()
    signed = signing.dumps("a link")
    subprocess.run(["sh", "-ec", "\n".join(lines)], check=True, cwd=tmp_path)
    assert key.read_text() != old
    monkeypatch.setenv("X_FILE", str(fallbacks))
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = key.read_text(), env.secrets("X")
    assert signing.loads(signed) == "a link"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(signing.BadSignature):
        signing.loads(signed)
