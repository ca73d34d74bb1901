"""A whole site goes into an archive and comes out of it into an empty one, the same byte by byte.

Each site but that of the tests lives in processes of its own, as an operator's commands do, which
takes seconds for each.
"""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage

from cooperation.models import Programme
from mep_site.backups.drilling.answers import PublicAnswer, public_answers
from mep_site.backups.drilling.drill import run_drill
from mep_site.backups.errors import SecondSiteError
from mep_site.backups.uploads import upload_digest, whole_uploads
from mep_site.core.models import BasePage
from mep_site.translations.languages import languages
from news.models import NewsArticle

from .places import being_read, databases

pytestmark = [pytest.mark.slow, pytest.mark.every_database]

# A process starts in some five seconds: what needs none of its own is done in one.
COMMANDS = "from django.core.management import call_command as run\n"
CHECK = f"""{COMMANDS}
run("check_uploads")
run("check", databases=["default"], fail_level="WARNING")
run("check_search_index")
run("migrate", check_unapplied=True)
"""
SPOIL = f"""{COMMANDS}
from news.models import NewsArticle
run("migrate", "digests", "zero", verbosity=0)
run("backup", {{older!r}})
for each in NewsArticle.objects.all():
    each.delete()
"""


def answers_of(site) -> list[PublicAnswer]:
    return [PublicAnswer.read(line) for line in site.lines("fingerprint_pages")]


def digests(storage, names) -> dict[str, str]:
    return {name: upload_digest(name, storage) for name in names}


def test_a_site_comes_back_byte_by_byte_and_is_replaced_only_if_one_says_so(
    archive, elsewhere, tmp_path
):
    """It takes some processes, each of which needs what the one before has done."""
    here, uploads = list(public_answers()), digests(default_storage, whole_uploads())
    there = FileSystemStorage(elsewhere.uploads)
    elsewhere.runs("restore", str(archive))
    for language in languages():
        shown = [each for each in here if each.language == language.code and each.status == 200]
        assert len(shown) > 60
    assert answers_of(elsewhere) == here
    assert digests(there, uploads) == uploads
    elsewhere.runs("shell", "--command", CHECK)

    with pytest.raises(SecondSiteError, match="--replace"):
        elsewhere.runs("restore", str(archive))

    # The archive of an older version lacks a table that came later.
    older = tmp_path / "older.tar"
    elsewhere.runs("shell", "--command", SPOIL.format(older=str(older)))
    changed = elsewhere.uploads / next(iter(uploads))
    changed.write_bytes(b"something else")
    (elsewhere.uploads / "strange.txt").touch()

    with being_read(elsewhere.database) as counts:
        said = elsewhere.runs("restore", str(older), "--replace", "--discard")
    # Readers see the old state, then the new one, and nothing between.
    pages = BasePage.objects.count()
    assert len(set(counts)) == 2
    assert sorted(counts) == counts
    assert counts[-1] == pages
    assert "1 uploads were replaced, 1 removed" in said
    elsewhere.runs("shell", "--command", CHECK)
    assert answers_of(elsewhere) == here
    assert digests(there, uploads) == uploads
    assert not there.exists("strange.txt")


def test_a_drill_tells_what_was_changed_from_what_is_wrong(archive, tmp_path, db):
    """It restores a site and looks at every page of it and of this one."""
    published = NewsArticle.objects.published().order_by("-pk").first()
    published.title_en = "A title that was changed"
    published.save_revision().publish()
    silent = Programme.objects.published().first()
    Programme.objects.filter(pk=silent.pk).update(title_en="Nobody has recorded this")
    before, name = databases(), next(iter(whole_uploads()))
    file = Path(settings.MEDIA_ROOT, name)
    content = file.read_bytes()
    file.write_bytes(b"rotten")
    try:
        result = run_drill(archive, tmp_path)
    finally:
        file.write_bytes(content)
    assert databases() == before
    assert list(tmp_path.iterdir()) == []
    assert any(path.endswith(f"/{published.slug}/") for path in result.changed)
    assert f"{name} is not the file that was backed up" in result.faults
    assert any("/en/" in fault and f"/{silent.slug}/ differs" in fault for fault in result.faults)
    assert not any(f"/{published.slug}/" in fault for fault in result.faults)
    assert result.equal > 100
