"""The command, from files to pages, on a site that has content already."""

import importlib
import json
import os
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from cooperation.models import CooperationIndex, Programme
from departments.models import Department, DepartmentIndex, Leader
from mep_site.core.models import BasePage
from mep_site.legacy.importing import importer
from mep_site.legacy.models import LegacyCapture, LegacyPage, LegacyReading, LegacyTail
from mep_site.pages.models import StandardPage
from news.models import Activity, ActivityIndex

from .seeds import SEEDS, needs_seeds

CAPTURES = Path(__file__).parent / "captures"
KINDS = ("activity", "brochure", "department", "institution", "policy")

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.slow]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    """Runs the command in English; what it printed."""

    def call(*arguments: Path | str) -> str:
        with translation.override("en"):
            call_command("import_legacy", *map(str, arguments))
        return capsys.readouterr().out

    return call


def imported(kind: str) -> list[BasePage]:
    """The pages made from the capture of this kind."""
    pages = LegacyPage.objects.filter(reading__capture__file_name=f"{kind}.txt")
    return [each.page.specific for each in pages.order_by("number")]


def remove(model: type[BasePage]) -> None:
    """Delete the page of this type that the demo content has, with all below it."""
    BasePage.objects.filter(pk=model.objects.get().pk).delete()


def block_ids(stream: object) -> list[str]:
    """The ids of the blocks of a body, and of the items of its lists."""
    ids = []
    for block in stream.raw_data:
        ids.append(block["id"])
        if block["type"] == "list":
            ids += [item["id"] for item in block["value"]["items"]]
        if block["type"] == "achievement":
            ids += [part["id"] for part in block["value"]["text"]]
    return ids


def test_pages_are_drafts_in_their_language(run):
    run(CAPTURES / "department.txt")
    (department,) = imported("department")
    assert isinstance(department, Department)
    assert not department.live
    assert [language.code for language in department.available_languages] == ["en"]
    draft = department.get_latest_revision_as_object()
    assert [division.name_en for division in draft.divisions.all()] == [
        *("Division of General Affairs", "Division of Springs"),
    ]
    assert draft.divisions.all()[1].alternative_name_en == "Office of Brooks"
    assert "Keep the register" in str(draft.functions_en)
    assert not draft.functions_ru


def test_publish_makes_pages_public_in_the_name_of_a_user(run, visitor):
    run(CAPTURES / "department.txt", "--publish", "--user", "admin")
    (department,) = imported("department")
    response = visitor.get(f"/en{department.url_path.removeprefix('/home')}")
    assert "Division of Springs" in response.content.decode()
    assert department.latest_revision.user == User.objects.get(username="admin")


def test_the_stored_lines_give_the_same_bytes(run):
    run(CAPTURES)
    assert LegacyReading.objects.count() == len(KINDS)
    for capture in LegacyCapture.objects.all():
        assert capture.reassembled() == bytes(capture.content)
    for reading in LegacyReading.objects.all():
        assert (reading.covered, reading.overlapping) == (reading.characters, 0)


def test_identical_endings_are_stored_once(run, tmp_path):
    tail = "\nCopyright©2015 | Statement | Sitemap | Contact us\n\nRegistration Number: 1\n"
    for name in ("wells", "reeds"):
        (tmp_path / f"{name}.txt").write_text(f"Home > News\nOf {name}\n\nText.\n{tail}")
    run(tmp_path)
    assert LegacyTail.objects.get().captures.count() == 2


def test_it_makes_the_parents_that_are_missing(run):
    remove(DepartmentIndex)
    run(CAPTURES / "department.txt")
    index = DepartmentIndex.objects.get()
    assert (index.title_zh_hans, index.title_en) == ("机构设置", "Departments")
    assert not index.live


def test_it_makes_an_unknown_leader_with_a_place_for_activities(run):
    run(CAPTURES / "activity.txt")
    leader = Leader.objects.get(title_en="Ada Brook")
    (activity,) = imported("activity")
    assert isinstance(activity, Activity)
    assert activity.get_parent().pk == ActivityIndex.objects.child_of(leader).get().pk
    assert activity.date is None
    assert activity.place_en == "New Harbour"
    assert "“clear &amp; cold” springs" in str(activity.body_en.raw_data)


def test_a_leader_is_known_in_capitals_too(run, tmp_path):
    run(CAPTURES / "activity.txt")
    text = (CAPTURES / "activity.txt").read_text(encoding="utf-8")
    (tmp_path / "capitals.txt").write_text(text.replace("Ada_Brook", "ADA_BROOK"))
    run(tmp_path)
    (first,), (second,) = imported("activity"), imported("capitals")
    assert second.get_parent().pk == first.get_parent().pk


def test_it_never_overwrites_a_page(run):
    theirs = Department(title_zh_hans="水井司", title_en="Department of Wells")
    DepartmentIndex.objects.get().add_child(instance=theirs)
    run(CAPTURES / "department.txt")
    (department,) = imported("department")
    assert theirs.slug == "department-of-wells"
    assert department.slug.startswith("department-of-wells-")


def test_an_unknown_kind_becomes_a_standard_page(run, tmp_path):
    (tmp_path / "letter.txt").write_text("A letter\n\nDear reader,\n\nall is well.\n")
    output = run(tmp_path)
    (page,) = imported("letter")
    assert isinstance(page, StandardPage)
    assert "The kind of document was not recognised" in output


def test_a_table_comes_over_as_a_table(run, tmp_path, visitor):
    (tmp_path / "days.txt").write_text(
        "Home > News\nGood days\n\nCity\tDays\nHarbin\t302\nLinhe\t224\n"
    )
    run(tmp_path, "--publish")
    (page,) = imported("days")
    (table,) = page.body_en.raw_data
    assert [column["heading"] for column in table["value"]["columns"]] == ["City", "Days"]
    assert [row["values"] for row in table["value"]["rows"]] == [
        ["Harbin", "302"],
        ["Linhe", "224"],
    ]
    assert "224" in visitor.get("/en/news/good-days/").content.decode()


def test_a_brochure_pairs_its_languages_block_by_block(run):
    run(CAPTURES / "brochure.txt")
    programme = imported("brochure")[0]
    assert isinstance(programme, Programme)
    for field in ("background", "responsibilities", "achievements", "next_steps"):
        chinese = block_ids(getattr(programme, f"{field}_zh_hans"))
        assert chinese
        assert chinese == block_ids(getattr(programme, f"{field}_en"))


def test_members_are_states_of_the_approved_table(run):
    output = run(CAPTURES / "brochure.txt")
    first, second, _ = imported("brochure")
    assert [member.country_id for member in first.members.all()] == ["KZ", "MN"]
    assert [(m.country_id, m.organisation_en or "") for m in second.members.all()] == [
        *(("CN", ""), ("MN", ""), (None, "Exampleland")),
        *(("JP", ""), (None, "the United Nations")),
    ]
    assert "A name is not in the table of country names. 示例国" in output


def test_a_member_whose_names_mean_two_states_is_none_of_them(run, tmp_path):
    text = (CAPTURES / "brochure.txt").read_text(encoding="utf-8")
    (tmp_path / "brochure.txt").write_text(text.replace("China, Mongolia", "China, Japan"))
    output = run(tmp_path)
    _, second, _ = imported("brochure")
    members = [(m.country_id, m.organisation_zh_hans or "") for m in second.members.all()]
    assert members[1] == (None, "蒙古")
    assert "A name means different states" in output


def test_an_index_that_exists_is_left_alone(run):
    index = CooperationIndex.objects.get()
    output = run(CAPTURES / "brochure.txt")
    assert CooperationIndex.objects.get().latest_revision_id == index.latest_revision_id
    assert "An index page exists already" in output


def test_a_brochure_introduces_the_index_that_it_makes(run):
    remove(CooperationIndex)
    run(CAPTURES / "brochure.txt")
    assert CooperationIndex.objects.get().body_en.raw_data[0]["value"] == "Reed Cooperation"


def test_running_it_twice_changes_nothing(run):
    run(CAPTURES)
    before = set(BasePage.objects.values_list("pk", "latest_revision_id"))
    output = run(CAPTURES, "--publish")
    assert set(BasePage.objects.values_list("pk", "latest_revision_id")) == before
    assert output.count("imported before, nothing was changed") == len(KINDS)


def test_a_renamed_file_is_the_same_capture(run, tmp_path):
    (tmp_path / "other.txt").write_bytes((CAPTURES / "policy.txt").read_bytes())
    run(CAPTURES / "policy.txt")
    run(tmp_path)
    assert LegacyCapture.objects.count() == 1


def test_a_dry_run_reports_and_leaves_nothing(run, tmp_path):
    pages = BasePage.objects.count()
    report = tmp_path / "report.json"
    run(CAPTURES, "--dry-run", "--report", report)
    assert BasePage.objects.count() == pages
    assert not LegacyCapture.objects.exists()
    assert len(json.loads(report.read_text(encoding="utf-8"))) == len(KINDS)


def test_the_report_says_of_each_file_what_became_of_it(run, tmp_path):
    report = tmp_path / "report.json"
    (tmp_path / "gb.txt").write_bytes("水井司\n\n(一)主要职责\n负责水井登记。\n".encode("gb18030"))
    run(CAPTURES / "brochure.txt", tmp_path / "gb.txt", "--report", report)
    brochure, chinese = json.loads(report.read_text(encoding="utf-8"))
    assert (brochure["kind"], brochure["coverage"], brochure["overlap"]) == ("brochure", 100, 0)
    assert brochure["languages"] == ["en", "ru", "zh_hans"]
    assert brochure["pairs"] > 10
    assert brochure["parent"] == "/home/cooperation/"
    assert brochure["anomalies"]["unknown_state"] == 1
    assert [page.pk for page in imported("brochure")] == brochure["pages"]
    assert (chinese["encoding"], chinese["kind"]) == ("gb18030", "department")


def test_what_cannot_be_read_is_named_and_the_others_go_on(tmp_path, capsys):
    (tmp_path / "a-empty.txt").write_bytes(b" \n")
    (tmp_path / "b-picture.txt").write_bytes(b"\x89PNG\0\0\1\0\0\xff")
    (tmp_path / "c-policy.txt").write_bytes((CAPTURES / "policy.txt").read_bytes())
    with translation.override("en"), pytest.raises(CommandError, match="3 files"):
        call_command("import_legacy", str(tmp_path), str(tmp_path / "missing.txt"))
    captured = capsys.readouterr()
    assert "a-empty.txt was not imported. The file is empty." in captured.err
    assert "b-picture.txt was not imported. The file is no text file." in captured.err
    assert "missing.txt was not imported. The file cannot be read." in captured.err
    assert "c-policy.txt (policy article): imported." in captured.out


def break_down(*args: object, **options: object) -> None:
    raise LookupError("no such reed")


FAULTS = [
    "captures.parse_capture",
    "importer.compare_with_earlier",
    "page_making._save",
    "page_making.publish",
]


@pytest.mark.parametrize("place", FAULTS)
def test_a_fault_of_the_importer_stays_with_its_file(place, tmp_path, capsys, monkeypatch):
    (tmp_path / "a.txt").write_bytes((CAPTURES / "brochure.txt").read_bytes())
    (tmp_path / "b.txt").write_bytes((CAPTURES / "policy.txt").read_bytes())
    module, name = place.split(".")
    broken = getattr(importlib.import_module(f"mep_site.legacy.importing.{module}"), name)
    pages = BasePage.objects.count()
    calls = iter([break_down])

    def fail_once(*args: object, **options: object) -> object:
        return next(calls, broken)(*args, **options)

    monkeypatch.setattr(f"mep_site.legacy.importing.{place}", fail_once)
    with translation.override("en"), pytest.raises(CommandError, match="1 file "):
        call_command("import_legacy", str(tmp_path), "--publish")
    captured = capsys.readouterr()
    assert "a.txt was not imported. The importer failed at this file" in captured.err
    assert "LookupError: no such reed" in captured.err
    assert "b.txt (policy article): imported." in captured.out
    assert BasePage.objects.count() == pages + 1
    assert LegacyCapture.objects.get(file_name="a.txt").refusal == "fault"


def test_the_next_run_brings_over_what_failed(run, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("mep_site.legacy.importing.page_making._save", break_down)
        with pytest.raises(CommandError):
            run(CAPTURES / "brochure.txt")
    run(CAPTURES / "brochure.txt")
    assert len(imported("brochure")) == 3
    assert LegacyCapture.objects.get().refusal == ""


def test_a_database_that_is_gone_is_told_of_every_file(tmp_path, capsys, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Home > News\n{name}\n\nText.\n")
    monkeypatch.setattr("mep_site.legacy.importing.importer.receive", break_down)
    with translation.override("en"), pytest.raises(CommandError, match="2 files"):
        call_command("import_legacy", str(tmp_path))
    assert capsys.readouterr().err.count("LookupError") == 2


def test_a_file_name_may_be_any_bytes(run, tmp_path):
    name = os.fsdecode(b"reeds-\xd0.txt")
    report = tmp_path / "report.json"
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / name).write_text("Home > News\nReeds\n\nText.\n")
    assert "reeds-?.txt (news article): imported." in run(folder, "--report", report)
    assert json.loads(report.read_text(encoding="utf-8"))[0]["file"].endswith("reeds-?.txt")
    assert LegacyCapture.objects.get().file_name == "reeds-?.txt"


DIRECTORY = """■ 泉水联盟 Springs League Лига родников

成员国

Member States

Государства-члены

蒙古国
Mongolia
Монголия

日本国
Japan
Япония
"""


def test_a_directory_in_three_languages_stops_nothing(run, tmp_path):
    (tmp_path / "a-directory.txt").write_text(DIRECTORY)
    (tmp_path / "b-policy.txt").write_bytes((CAPTURES / "policy.txt").read_bytes())
    run(tmp_path)
    (programme,) = imported("a-directory")
    assert [programme.title_zh_hans, programme.title_ru] == ["泉水联盟", "Лига родников"]
    assert [member.country_id for member in programme.members.all()] == ["MN", "JP"]
    assert len(imported("b-policy")) == 1


def test_a_capture_that_was_read_before_is_completed(run):
    content = (CAPTURES / "policy.txt").read_bytes()
    importer.interpret(importer.receive("policy.txt", content))
    run(CAPTURES / "policy.txt")
    assert len(imported("policy")) == 1


def test_a_capture_that_is_too_long_for_a_page_is_kept_but_makes_none(tmp_path, capsys):
    (tmp_path / "long.txt").write_text("A well is deep. " * 30_000)
    pages = BasePage.objects.count()
    with translation.override("en"), pytest.raises(CommandError, match="1 file "):
        call_command("import_legacy", str(tmp_path))
    assert "too long for one page" in capsys.readouterr().err
    assert BasePage.objects.count() == pages
    assert LegacyCapture.objects.get().refusal == "too long"
    assert LegacyReading.objects.get().state == LegacyReading.State.WAITING


@pytest.mark.parametrize("path", ["/old/reeds.html", "/old.php?id=7"])
def test_an_old_address_leads_permanently_to_the_page(path, run, tmp_path, visitor):
    (tmp_path / "reeds.txt").write_text(
        f"URL: http://www.example.org{path}\nHome > News\nReeds bloom\n\nThey bloom.\n"
    )
    run(tmp_path, "--publish")
    response = visitor.get(path)
    assert response.status_code == 301
    assert response.url == "/en/news/reeds-bloom/"
    assert "They bloom." in visitor.get(response.url).content.decode()
    assert Redirect.objects.count() == 1


def test_an_old_address_that_leads_elsewhere_already_is_left_alone(run, tmp_path):
    theirs = Redirect.add_redirect("/old/reeds.html", redirect_to="/en/")
    (tmp_path / "reeds.txt").write_text(
        "URL: http://www.example.org/old/reeds.html\nHome > News\nReeds bloom\n\nThey bloom.\n"
    )
    run(tmp_path)
    assert list(Redirect.objects.all()) == [theirs]


def test_an_empty_folder_and_an_unknown_user_are_errors(tmp_path):
    with translation.override("en"), pytest.raises(CommandError, match="no files"):
        call_command("import_legacy", str(tmp_path))
    with translation.override("en"), pytest.raises(CommandError, match="no user called"):
        call_command("import_legacy", str(CAPTURES), "--user", "nobody")


@needs_seeds
def test_the_real_documents_come_over(run):
    output = run(SEEDS)
    assert LegacyPage.objects.count() == 9
    assert "not in the table" not in output
    brochure = LegacyReading.objects.get(kind="brochure")
    sco, *_, cica, _forum = [each.page.specific for each in brochure.pages.order_by("number")]
    assert [member.country_id for member in sco.members.all()] == [
        *("IN", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ"),
        *("AF", "BY", "IR", "MN"),
        *("AZ", "AM", "KH", "NP", "TR", "LK"),
    ]
    assert [member.country_id for member in cica.members.filter(status="member")] == [
        *("AF", "AZ", "CN", "EG", "IN", "IR", "IL", "KZ", "KG", "MN", "PK", "PS", "RU", "TJ"),
        *("TR", "UZ", "TH", "KR", "JO", "AE", "VN", "IQ", "BH", "KH", "QA", "BD", "LK"),
    ]
    assert [member.country_id for member in cica.members.filter(status="observer")] == [
        *("ID", "JP", "LA", "MY", "PH", "UA", "US", "BY"),
        *(None, None, None, None, None),
    ]
