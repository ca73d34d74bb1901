"""What operators are told about the index, and how an interrupted indexing goes on."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from departments.models import Department
from mep_site.search.analysis import ANALYSER_VERSION
from mep_site.search.index import rebuilding
from mep_site.search.index.rebuilding import count, indexed_models, objects_of, rebuild
from mep_site.search.index.soundness import KEPT_BY
from mep_site.search.models import Entry, IndexRun, Word
from news.models import NewsArticle

from .pages import published

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.slow]


@pytest.fixture
def told(capsys):
    """What a command prints."""

    def run(command, **options):
        capsys.readouterr()
        call_command(command, **options)
        return capsys.readouterr().out

    return run


def interrupted(after=60, reason=KeyboardInterrupt):
    """Begin a full indexing and break it off; returns how many objects were done."""
    visited = []

    def step(done):
        visited.append(done)
        if sum(visited) > after:
            raise reason

    with pytest.raises(reason):
        rebuild(step)
    return sum(visited)


def drop_what_keeps_the_index():
    """What somebody does who alters the table by hand."""
    with connection.cursor() as cursor:
        for name in KEPT_BY[connection.vendor]:
            kind = "TRIGGER" if connection.vendor == "sqlite" else "INDEX"
            cursor.execute(f"DROP {kind} {name}")


def test_where_all_is_right_there_is_nothing_to_do(told):
    call_command("rebuild_search_index", verbosity=0)
    assert told("rebuild_search_index", verbosity=0) == (
        "There was nothing to do: every entry was right.\n"
    )


def test_what_was_missing_is_counted(told):
    article = published(title_en="Otters")
    Entry.objects.filter(object_id=str(article.pk)).delete()
    said = told("rebuild_search_index", verbosity=0)
    assert "1 entries were wrong or missing; they are right now." in said
    assert list(NewsArticle.objects.search("otters")) == [article]


def test_an_interruption_says_how_to_go_on(monkeypatch):
    def interrupt(step):
        raise KeyboardInterrupt

    monkeypatch.setattr("mep_site.search.index.rebuilding.rebuild", interrupt)
    with pytest.raises(CommandError, match="Run the command again: it goes on from there"):
        call_command("rebuild_search_index", verbosity=0)


def test_a_run_that_goes_on_says_so_and_visits_only_the_rest(told):
    done = interrupted()
    run = IndexRun.objects.get()
    kept = set(Entry.objects.filter(run=run.pk).values_list("pk", flat=True))
    assert kept
    said = told("rebuild_search_index", verbosity=0)
    assert "Going on with the indexing of" in said
    assert f"which stopped at {run.model}." in said
    run.refresh_from_db()
    assert run.finished_at
    assert IndexRun.objects.count() == 1
    assert Entry.objects.filter(run=run.pk).count() == Entry.objects.count()
    assert 0 < done < count()
    assert not IndexRun.objects.interrupted()


def test_objects_of_the_rest_are_mended_and_those_that_are_done_are_not_visited_again():
    interrupted()
    run = IndexRun.objects.get()
    first = Entry.objects.filter(run=run.pk).first()
    last = Entry.objects.filter(run=0, object_id=str(Department.objects.first().pk)).first()
    rest = last or Entry.objects.filter(run=0).first()
    Entry.objects.filter(pk__in=[first.pk, rest.pk]).update(title="Wrong")
    rebuild(lambda done: None)
    assert list(Entry.objects.filter(title="Wrong")) == [first]


def test_a_model_in_the_middle_of_which_a_run_was_broken_off_is_finished(monkeypatch):
    monkeypatch.setattr(rebuilding, "AT_ONCE", 2)
    interrupted(after=1)
    broken_off = next(m for m in indexed_models() if m._meta.label == IndexRun.objects.get().model)
    rest = Entry.objects.filter(object_id=str(objects_of(broken_off).last().pk), run=0)
    assert rest.update(title="Wrong")
    rebuild(lambda done: None)
    assert not Entry.objects.filter(title="Wrong")


def test_words_of_drafts_are_not_learnt_from_a_full_indexing():
    published(title_en="Platypuses", live=False)
    rebuild(lambda done: None)
    assert not Word.objects.filter(text="platypuses")


def test_the_progress_of_a_run_that_goes_on_adds_up():
    interrupted()
    steps = []
    rebuild(steps.append)
    assert sum(steps) == count()


def test_a_run_of_an_older_analysis_begins_again(told):
    interrupted()
    old = IndexRun.objects.get()
    Entry.objects.update(analyser=ANALYSER_VERSION - 1)
    said = told("rebuild_search_index", verbosity=0)
    assert "Going on" not in said
    assert f"{Entry.objects.count()} entries were made by another version of the analysis." in said
    assert not Entry.objects.exclude(analyser=ANALYSER_VERSION)
    assert IndexRun.objects.get() != old


def test_entries_of_an_older_analysis_are_counted_and_not_listed(capsys):
    published(title_en="Otters")
    Entry.objects.update(analyser=ANALYSER_VERSION - 1)
    number = Entry.objects.count()
    with pytest.raises(CommandError, match=f"^{number} entries .* Run rebuild_search_index.$"):
        call_command("check_search_index")
    assert capsys.readouterr().out == ""
    call_command("check_search_index", mend=True)
    call_command("check_search_index")


def test_a_database_that_does_not_keep_the_index_is_found_out():
    drop_what_keeps_the_index()
    for command in ("check_search_index", "rebuild_search_index"):
        with pytest.raises(CommandError, match="The database lacks search_entry_"):
            call_command(command, verbosity=0)
    (warning,) = run_checks(databases=["default"], tags=["database"])
    assert warning.id == "search.W001"
    assert "docs/operations.md" in warning.msg


def test_checks_warn_of_an_older_analysis():
    assert run_checks(databases=["default"], tags=["database"]) == []
    Entry.objects.update(analyser=ANALYSER_VERSION - 1)
    (warning,) = run_checks(databases=["default"], tags=["database"])
    assert "Run rebuild_search_index." in warning.msg
    assert run_checks(tags=["database"]) == []
