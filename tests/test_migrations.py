"""Migrations that have landed stay as they are, and what those of this project rely on.

``landed_migrations.txt`` has a line for each of them: its name and the fingerprint of its text.
"""

from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState
from wagtail.models import Collection

from mep_site.core.models import BasePage
from mep_site.operations import CreateModels

ROOT = Path(__file__).parents[1]
LANDED = Path(__file__).with_name("landed_migrations.txt")
FIRST = ("core", "0001_initial")
WHOLE_BASE_PAGE = ("core", "0003_rest_of_core")

GRAPH = MigrationLoader(None).graph
OURS = {
    key: Path(import_module(migration.__module__).__file__)
    for key, migration in GRAPH.nodes.items()
    if Path(apps.get_app_config(key[0]).path).parent in {ROOT, ROOT / "mep_site"}
}


def fingerprints() -> dict[str, str]:
    """The fingerprint of every migration there is, by its name."""
    return {
        ".".join(key): sha256(file.read_bytes()).hexdigest()[:16]
        for key, file in sorted(OURS.items())
    }


def recorded() -> dict[str, str]:
    return dict(line.split() for line in LANDED.read_text().splitlines())


def test_no_migration_that_has_landed_is_changed_or_gone() -> None:
    found = fingerprints()
    changed = [name for name, value in recorded().items() if found.get(name) != value]
    assert not changed, (
        "Databases have these migrations already, so that a change reaches none of them. Restore "
        f"them and write a new one; docs/decisions/0025 names the exception: {changed}"
    )


def test_every_migration_is_recorded() -> None:
    new = {name: value for name, value in fingerprints().items() if name not in recorded()}
    lines = "\n".join(f"{name} {value}" for name, value in new.items())
    assert not new, f"Once merged these stay as they are. Add to {LANDED.name}:\n{lines}"


def test_what_refers_to_a_page_comes_when_the_base_page_is_whole() -> None:
    before = set(GRAPH.forwards_plan(WHOLE_BASE_PAGE))
    early = [
        key
        for key in OURS.keys() - before
        if FIRST in (plan := GRAPH.forwards_plan(key)) and WHOLE_BASE_PAGE not in plan
    ]
    assert not early, f"These need a dependency on {WHOLE_BASE_PAGE}: {early}"


# What the first migrations leave behind


def test_the_root_page_has_a_title_in_every_language(db) -> None:
    root = BasePage.objects.get(depth=1)
    titles = (root.title_zh_hans, root.title_en, root.title_ru)
    assert titles == ("全部页面", "All pages", "Все страницы")
    assert root.source_language == "zh-hans"


@pytest.mark.parametrize("name", ["编辑（Wagtail 默认）", "审核人员（Wagtail 默认）"])
def test_the_groups_of_wagtail_have_their_rights_under_their_chinese_names(name, db) -> None:
    rights = set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))
    assert {"access_admin", "add_image", "add_document"} <= rights


def test_a_name_that_somebody_has_changed_stays(db) -> None:
    BasePage.objects.filter(depth=1).update(title_zh_hans="网站")
    Collection.objects.filter(depth=1).update(name="Files")
    import_module("mep_site.core.migrations.0004_stored_names").give_names(apps, None)
    assert BasePage.objects.get(depth=1).title_zh_hans == "网站"
    assert Collection.objects.get(depth=1).name == "Files"


# Creating models together

AUTHOR = migrations.CreateModel("Author", [("id", models.AutoField(primary_key=True))])
BOOK = migrations.CreateModel(
    "Book",
    [
        ("id", models.AutoField(primary_key=True)),
        ("author", models.ForeignKey("library.Author", models.CASCADE)),
    ],
)
TOGETHER = CreateModels([AUTHOR, BOOK])


def _with_a_shelf() -> ProjectState:
    state = ProjectState()
    shelf = migrations.CreateModel("Shelf", [("id", models.AutoField(primary_key=True))])
    shelf.state_forwards("library", state)
    return state


def test_models_that_are_created_together_are_those_that_each_creates() -> None:
    together, one_by_one = _with_a_shelf(), _with_a_shelf()
    TOGETHER.state_forwards("library", together)
    for operation in (AUTHOR, BOOK):
        operation.state_forwards("library", one_by_one)
    assert together == one_by_one


def test_models_that_are_created_together_are_rendered_once(monkeypatch) -> None:
    state = _with_a_shelf()
    assert state.apps
    rendered = []
    render = ModelState.render
    monkeypatch.setattr(
        ModelState, "render", lambda self, apps: rendered.append(self.name) or render(self, apps)
    )
    TOGETHER.state_forwards("library", state)
    assert state.apps.get_model("library", "Book")
    assert sorted(rendered) == ["Author", "Book", "Shelf"]


def test_tables_are_made_in_order_and_removed_in_reverse() -> None:
    before, after = _with_a_shelf(), _with_a_shelf()
    TOGETHER.state_forwards("library", after)
    done = []
    editor = SimpleNamespace(
        connection=SimpleNamespace(alias="default"),
        create_model=lambda model: done.append(f"create {model.__name__}"),
        delete_model=lambda model: done.append(f"delete {model.__name__}"),
    )
    TOGETHER.database_forwards("library", editor, before, after)
    TOGETHER.database_backwards("library", editor, after, before)
    assert done == ["create Author", "create Book", "delete Book", "delete Author"]


def test_what_is_created_together_is_said_by_name() -> None:
    assert TOGETHER.describe() == "Create models Author, Book"
