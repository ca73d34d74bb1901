"""Whatever is done in the admin or by a command is done entirely or not at all, with its record.

A process is killed at a moment of which it knows nothing. What it was about then stands as if it
had not begun, or as if it had ended: in all columns of all tables that tell the two apart.
"""

from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from mep_site.core.models import BasePage
from mep_site.exchange.models import Transfer
from mep_site.home.models import HomePage
from mep_site.legacy.models import LegacyCapture
from mep_site.memory.models import MemoryImport
from mep_site.terms.files.listed import ListedRendering, ListedTerm
from mep_site.terms.files.tables import write_terms_table
from mep_site.terms.matching import TermKind
from mep_site.terms.models import ApprovedTerm
from news.models import NewsIndex

from ..admin_forms import edit_url, offered, stream, unit
from ..signing_in import sign_in
from ..translations.committed import article
from ..translations.steps import ENGLISH, PUBLISH, in_hours, live, newest_draft, save
from ..turns import IS_WHOLE, whose_turn_it_is
from .edit_forms import changes, something_to_edit
from .killing import Deed, command, duration, kill, moments, post
from .witness import ROWS, look, outcome, telling_columns

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

# Of each deed; with those of tests/translations/test_kill.py all of them are 200 in full.
KILLS = 8 if IS_WHOLE else 1
TMX = """<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header srclang="zh-Hans" datatype="plaintext" segtype="block"/><body>
<tu><tuv xml:lang="zh-Hans"><seg>第{number}句话在此。</seg></tuv>
<tuv xml:lang="en"><seg>Here is sentence {number}.</seg></tuv></tu></body></tmx>
"""
# What deeds make; later tests count some of it.
MADE = (LegacyCapture, BasePage, ApprovedTerm, MemoryImport, Transfer, Group)
OF_CAPTURE = "On Reeds"
CAPTURE = Path(__file__).parents[1] / "legacy" / "captures" / "policy.txt"


@pytest.fixture
def admin(django_db_setup, django_db_blocker):
    """The administrator, seen by other connections."""
    with django_db_blocker.unblock():
        client = Client()
        sign_in(client, User.objects.get(username="admin"))
        yield client


@pytest.fixture
def page(admin):
    """An article that is public in three languages; what comes to it is taken away."""
    home = HomePage.objects.get()
    other = home.add_child(instance=NewsIndex(title_zh_hans="别处", slug="killed-elsewhere"))
    with article("killed") as page, ExitStack() as stack:
        for model in MADE:
            keys = [*model.objects.values_list("pk", flat=True)]
            stack.callback(take_away_all_but, keys, model)
        yield page
    BasePage.objects.get(pk=other.pk).delete()


def take_away_all_but(keys: list, model: type[Model]) -> None:
    """One after the other, as pages ask for."""
    for made in model.objects.exclude(pk__in=keys):
        made.delete()


def a_file(name: str) -> Path:
    return Path(settings.MEDIA_ROOT).parent / name


def session(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def of_page(view: str, page: BasePage, *more: object) -> str:
    return reverse(f"wagtailadmin_pages:{view}", args=[page.pk, *more])


def chinese_form(client, page, number):
    data = offered(client, edit_url(page, "zh-hans"))
    data |= stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    return data | {"title_zh_hans": f"新{number}", "change_kind": "editorial"}


def publish(client, page, number):
    return Deed(
        post, (session(client), edit_url(page), chinese_form(client, page, number) | PUBLISH)
    )


def save_a_draft(client, page, number):
    url = edit_url(page, "en")
    return Deed(
        post, (session(client), url, offered(client, url) | {unit("title"): f"Draft {number}"})
    )


def schedule(client, page, number):
    at = in_hours(number + 1).strftime("%Y-%m-%d %H:%M")
    data = chinese_form(client, page, number) | {"go_live_at": at}
    return Deed(post, (session(client), edit_url(page), data | PUBLISH))


def unpublish(client, page, number):
    newest_draft(page).save_revision().publish()
    url = of_page("unpublish", page)
    return Deed(
        post, (session(client), url, offered(client, url, "main form") | {"languages": ["en"]})
    )


def publish_many(client, page, number):
    save(page, ENGLISH, title_en=f"Draft {number}")
    url = reverse("wagtail_bulk_action", args=["core", "basepage", "publish"])
    return Deed(post, (session(client), f"{url}?next=/admin/&id={page.pk}", {"languages": ["en"]}))


def move(client, page, number):
    """There and back again."""
    here = live(page).get_parent()
    there = NewsIndex.objects.exclude(pk=here.pk).first()
    return Deed(post, (session(client), of_page("move_confirm", page, there.pk), {}))


def delete(client, page, number):
    doomed = page.copy(update_attrs={"slug": f"killed-{number}"}, keep_live=True)
    return Deed(post, (session(client), of_page("delete", doomed), {}))


def copy(client, page, number):
    data = offered(client, of_page("copy", page), "main form")
    return Deed(
        post, (session(client), of_page("copy", page), data | {"new_slug": f"killed-{number}"})
    )


def revert(client, page, number):
    earlier = save(page, ENGLISH, title_en=f"Earlier {number}")
    save(page, ENGLISH, title_en=f"Later {number}")
    url = f"{of_page('revisions_revert', page, earlier.pk)}?language=en"
    return Deed(post, (session(client), url, offered(client, url)))


def approve(client, page, number):
    data = chinese_form(client, page, number) | {"action-submit": "1"}
    assert client.post(edit_url(page), data).status_code == 302
    task = live(page).current_workflow_task_state
    return Deed(post, (session(client), of_page("workflow_action", page, "approve", task.pk), {}))


def import_captures(client, page, number):
    file = a_file(f"{number}.txt")
    text = CAPTURE.read_text("utf-8").replace(OF_CAPTURE, f"{OF_CAPTURE} {number}")
    file.write_text(text, "utf-8")
    options = {"publish": True, "user": "admin", "verbosity": 0}
    return Deed(partial(command, **options), ("import_legacy", file))


def import_texts(client, page, number):
    """A file of which the texts have been translated elsewhere."""
    file = a_file(f"{number}.xlf")
    command("export_texts", file, language="en", page=[page.pk], format="xliff12")
    written = next(file.parent.glob(f"{number}*.xlf"))
    before = newest_draft(page).title_en
    written.write_text(written.read_text("utf-8").replace(before, f"New {number}"), "utf-8")
    return Deed(command, ("import_texts", written))


def import_memory(client, page, number):
    file = a_file(f"{number}.tmx")
    file.write_text(TMX.format(number=number), encoding="utf-8")
    return Deed(partial(command, language="en"), ("import_memory", file))


def import_terms(client, page, number):
    terms = [
        ListedTerm(
            f"词{number}之{each}", TermKind.NAME, renderings=(ListedRendering("en", "Term"),)
        )
        for each in range(20)
    ]
    file = a_file(f"{number}.csv")
    file.write_bytes(write_terms_table(terms))
    return Deed(command, ("import_terms", file))


def edit(form):
    """A deed that changes what is no page."""

    def edit_it(client, page, number):
        _, url = something_to_edit(form)
        first, _ = changes(form, client, url)
        typed = {name: f"{value} {number}" for name, value in first.items()}
        return Deed(post, (session(client), url, offered(client, url) | typed))

    edit_it.__name__ = form
    return edit_it


DEEDS = [
    *(publish, save_a_draft, schedule, unpublish, publish_many, move, delete, copy, revert),
    *(approve, import_captures, import_texts, import_memory, import_terms),
    edit("wagtailsnippets_countries_country:edit"),
    edit("wagtailsettings:edit siteconfig.siteconfiguration"),
    edit("wagtailimages:edit"),
    edit("wagtailusers_groups:edit"),
]


@pytest.mark.parametrize(
    "prepare", whose_turn_it_is(DEEDS, of=3), ids=lambda prepare: prepare.__name__
)
def test_what_is_killed_is_done_in_full_or_not_at_all(prepare, admin, page):
    deed = prepare(admin, page, -1)
    columns = telling_columns(deed)
    assert ROWS in {column for _, column in columns}
    usual = duration(deed)
    seen = []
    for number, moment in enumerate(moments(KILLS, usual, prepare.__name__)):
        deed = prepare(admin, page, number)
        old, new = look(columns), outcome(deed, columns)
        assert old != new
        kill(deed, moment)
        found = look(columns)
        assert found in (old, new), differing(found, old, new)
        seen.append(found == new)
    command("check_editions")


def differing(found, old, new):
    """The columns that stand as before, and those that stand as afterwards."""
    told = [each for each in found if old[each] != new[each]]
    return (
        [each for each in told if found[each] == old[each]],
        [each for each in told if found[each] == new[each]],
    )
