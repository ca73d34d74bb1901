"""The command, from files to pages, on a site that has content already."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from cooperation.models import CooperationIndex, Programme
from departments.models import Department, DepartmentIndex, Institution, Leader
from mep_site.core.models import BasePage
from mep_site.countries.models import Country
from mep_site.home.models import HomePage
from mep_site.legacy.models import LegacyCapture
from news.models import Activity, ActivityIndex, PolicyArticle

from .seeds import SEEDS, needs_seeds

CAPTURES = Path(__file__).parent / "captures"

pytestmark = pytest.mark.django_db


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
    capture = LegacyCapture.objects.get(file_name=f"{kind}.txt")
    return [page.specific for page in capture.pages.order_by("path")]


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


def test_pages_are_drafts_in_their_language(run) -> None:
    run(CAPTURES / "department.txt")
    (department,) = imported("department")
    assert isinstance(department, Department)
    assert not department.live
    assert [language.code for language in department.available_languages] == ["en"]
    assert department.title_en == "Department of Wells"
    assert [division.name_en for division in department.divisions.all()] == [
        "Division of General Affairs",
        "Division of Springs",
    ]
    draft = department.get_latest_revision_as_object()
    assert draft.divisions.all()[1].alternative_name_en == "Office of Brooks"
    assert "Keep the register" in str(draft.functions_en)
    assert not draft.functions_ru


def test_publish_makes_pages_public(run, visitor) -> None:
    run(CAPTURES / "department.txt", "--publish")
    (department,) = imported("department")
    assert department.live
    response = visitor.get(f"/en{department.url_path.removeprefix('/home')}")
    assert "Division of Springs" in response.content.decode()


def test_it_uses_the_index_that_is_there(run, home: HomePage) -> None:
    index = DepartmentIndex.objects.descendant_of(home).get()
    run(CAPTURES / "department.txt")
    (department,) = imported("department")
    assert department.get_parent().pk == index.pk
    assert DepartmentIndex.objects.get().latest_revision_id == index.latest_revision_id


def test_it_makes_the_parents_that_are_missing(run) -> None:
    remove(DepartmentIndex)
    run(CAPTURES / "department.txt")
    index = DepartmentIndex.objects.get()
    assert (index.title_zh_hans, index.title_en) == ("机构设置", "Departments")
    assert not index.live


def test_it_makes_an_unknown_leader_with_a_place_for_activities(run) -> None:
    run(CAPTURES / "activity.txt")
    leader = Leader.objects.get(title_en="Ada Brook")
    (activity,) = imported("activity")
    assert isinstance(activity, Activity)
    assert activity.get_parent().pk == ActivityIndex.objects.child_of(leader).get().pk
    assert activity.date is None
    assert activity.place_en == "New Harbour"
    assert "“clear &amp; cold” springs" in activity.body_en.raw_data[0]["value"]


def test_it_finds_a_leader_by_name(run) -> None:
    leader = Leader.objects.order_by("path").first()
    leader.title_en = "ADA BROOK"
    leader.save()
    run(CAPTURES / "activity.txt")
    assert imported("activity")[0].is_descendant_of(leader)


def test_it_never_overwrites_a_page(run, home: HomePage) -> None:
    theirs = Department(title_zh_hans="水井司", title_en="Department of Wells")
    DepartmentIndex.objects.get().add_child(instance=theirs)
    run(CAPTURES / "department.txt")
    (department,) = imported("department")
    assert theirs.slug == "department-of-wells"
    assert department.slug == "department-of-wells-2"


def test_an_institution(run) -> None:
    run(CAPTURES / "institution.txt")
    (institution,) = imported("institution")
    assert isinstance(institution, Institution)
    assert institution.abbreviation_en == "VWS"
    assert institution.tasks.count() == institution.units.count() == 2
    assert institution.contact_points.get().postcode == "100099"


def test_a_policy_article(run) -> None:
    run(CAPTURES / "policy.txt")
    (policy,) = imported("policy")
    assert isinstance(policy, PolicyArticle)
    assert [block["type"] for block in policy.body_en.raw_data].count("heading") == 2


def test_a_brochure_pairs_its_languages_block_by_block(run) -> None:
    run(CAPTURES / "brochure.txt")
    programme = imported("brochure")[0]
    assert isinstance(programme, Programme)
    for field in ("background", "responsibilities", "achievements", "next_steps"):
        chinese = block_ids(getattr(programme, f"{field}_zh_hans"))
        assert chinese
        assert chinese == block_ids(getattr(programme, f"{field}_en"))
    (background,) = programme.background_en.raw_data
    assert background["value"].count("<p>") == 2


def test_members_are_states_of_the_approved_table(run) -> None:
    output = run(CAPTURES / "brochure.txt")
    first, second, _ = imported("brochure")
    assert [member.country_id for member in first.members.all()] == ["KZ", "MN"]
    members = [(m.country_id, m.organisation_en or "") for m in second.members.all()]
    assert members == [
        *(("CN", ""), ("MN", ""), (None, "Exampleland")),
        *(("JP", ""), (None, "the United Nations")),
    ]
    assert "“示例国” is not in the table of country names" in output
    assert "联合国" not in output


def test_the_contact_details_of_a_brochure_go_with_the_index_it_makes(run) -> None:
    remove(CooperationIndex)
    run(CAPTURES / "brochure.txt")
    index = CooperationIndex.objects.get()
    assert [contact.office_en for contact in index.contact_points.all()] == [
        "Reed Centre / Wells Centre",
        "Reed Platform",
    ]
    assert index.body_en.raw_data[0]["value"] == "Reed Cooperation"


def test_an_index_that_exists_is_left_alone(run) -> None:
    before = CooperationIndex.objects.get().contact_points.count()
    output = run(CAPTURES / "brochure.txt")
    assert CooperationIndex.objects.get().contact_points.count() == before
    assert imported("brochure")[0].contact_points.count() == 2
    assert "an index page exists already" in output


def test_running_it_twice_changes_nothing(run) -> None:
    run(CAPTURES)
    before = set(BasePage.objects.values_list("pk", "latest_revision_id"))
    output = run(CAPTURES, "--publish")
    assert set(BasePage.objects.values_list("pk", "latest_revision_id")) == before
    assert output.count("imported before, nothing was changed") == 5
    assert LegacyCapture.objects.count() == 5


def test_a_renamed_file_is_the_same_capture(run, tmp_path: Path) -> None:
    renamed = tmp_path / "other.txt"
    renamed.write_bytes((CAPTURES / "policy.txt").read_bytes())
    run(CAPTURES / "policy.txt")
    run(renamed)
    assert LegacyCapture.objects.count() == 1


def test_what_cannot_be_read_is_named_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a-empty.txt").write_bytes(b" \n")
    (tmp_path / "b-letter.txt").write_text("A letter\n\nDear reader,")
    (tmp_path / "c-picture.txt").write_bytes(b"\x89PNG\0")
    (tmp_path / "d-policy.txt").write_bytes((CAPTURES / "policy.txt").read_bytes())
    with translation.override("en"), pytest.raises(CommandError, match="4 files"):
        call_command("import_legacy", str(tmp_path), str(tmp_path / "missing.txt"))
    captured = capsys.readouterr()
    assert "a-empty.txt was not imported: it is empty." in captured.err
    assert "b-letter.txt was not imported: kind not recognised." in captured.err
    assert "c-picture.txt was not imported: it is no text file." in captured.err
    assert "missing.txt was not imported: it cannot be read." in captured.err
    assert "d-policy.txt (policy article): imported." in captured.out


def test_a_file_comes_over_whole_or_not_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (CAPTURES / "institution.txt").read_text(encoding="utf-8")
    broken = tmp_path / "broken.txt"
    broken.write_text(text.replace("station@example.org", "no address"), encoding="utf-8")
    before = BasePage.objects.count()
    with translation.override("en"), pytest.raises(CommandError, match="1 file "):
        call_command("import_legacy", str(broken))
    assert "a text does not fit into its field. email:" in capsys.readouterr().err
    assert BasePage.objects.count() == before
    assert not LegacyCapture.objects.exists()


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with translation.override("en"), pytest.raises(CommandError, match="no files"):
        call_command("import_legacy", str(tmp_path))


@needs_seeds
def test_the_real_documents_come_over(run) -> None:
    output = run(SEEDS)
    assert LegacyCapture.objects.count() == 5
    assert BasePage.objects.filter(legacy_captures__isnull=False).count() == 9
    assert "is not in the table" not in output
    brochure = LegacyCapture.objects.get(kind="brochure")
    sco, russia, kazakhstan, cica, forum = [
        page.specific for page in brochure.pages.order_by("path")
    ]
    assert [member.country_id for member in sco.members.all()] == [
        *("IN", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ"),
        *("AF", "BY", "IR", "MN"),
        *("AZ", "AM", "KH", "NP", "TR", "LK"),
    ]
    assert [member.country_id for member in cica.members.filter(status="member")] == [
        *("AF", "AZ", "CN", "EG", "IN", "IR", "IL", "KZ", "KG", "MN", "PK", "PS", "RU", "TJ"),
        *("TR", "UZ", "TH", "KR", "JO", "AE", "VN", "IQ", "BH", "KH", "QA", "BD", "LK"),
    ]
    observers = cica.members.filter(status="observer")
    assert [member.country_id for member in observers] == [
        *("ID", "JP", "LA", "MY", "PH", "UA", "US", "BY"),
        *(None, None, None, None, None),
    ]
    assert all(member.organisation_zh_hans for member in observers if not member.country)
    for programme in (sco, russia, kazakhstan, cica, forum):
        for field in ("background", "responsibilities", "achievements", "next_steps"):
            chinese = block_ids(getattr(programme, f"{field}_zh_hans"))
            assert chinese == block_ids(getattr(programme, f"{field}_en"))
    assert Country.objects.count() == len(set(Country.objects.values_list("short_name_en")))
