"""Puts an archive in force: nothing of the site changes before the whole new state is there.

The order, each step of which may be interrupted and done again:

1. the archive is read to its end and compared with its lists, and what is there is archived;
2. its database is loaded beside the one in use, its rows counted, and brought up to this code;
3. uploads that the site lacks are added, which nobody sees as no row names them;
4. the databases are exchanged, in one step;
5. uploads with another content are replaced, and those that the archive lacks removed.

Whoever is cut off in the last step calls it again: what is done is found done.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj

from django.contrib.auth import get_user_model
from django.db import connection
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from mep_site.core.models import BasePage
from mep_site.publicstate.triggers import raise_version

from .archive.bag import BagReader
from .archive.description import Description
from .beside import SecondSite
from .databases import engine
from .errors import DamagedArchiveError, NotEmptyError
from .folder import backup_folder, new_archive, working_folder
from .making import make_archive
from .models import BackupRun
from .uploads import add_missing, replace_uploads

Say = Callable[[str], None]
# The migrations make the root of the tree and the home page below it.
DEPTH_OF_HOME = 2


def restore(file: Path, say: Say, *, may_replace: bool, keeps_old: bool = True) -> None:
    """Make this site the one of an archive; ``BackupError`` or ``OSError`` if that cannot be.

    ``say`` is told of each step. Unless ``may_replace``, a site that has anything is left alone; an
    archive of what is replaced is made before, where ``keeps_old``.
    """
    is_empty = site_is_empty()
    if not (may_replace or is_empty):
        raise NotEmptyError(
            "This site has accounts, pages or uploads. Say --replace if the archive is to take "
            "their place."
        )
    with backup_folder() as folder, checked(file) as (archive, description):
        say(f"The archive is whole. {description.summary()}")
        if keeps_old and not is_empty:
            make_archive(old := new_archive(folder, "before-restore"))
            say(f"What is replaced is kept in {old}.")
        with database_beside(archive, description, "restoring", folder) as name:
            SecondSite(name).runs("migrate", "--noinput", "--verbosity=0")
            say("Its database is loaded, complete, and on the version of this code.")
            differing = add_missing(archive)
            engine().put_in_force(name)
        say(_complete(archive, description, file, differing))


def _complete(
    archive: BagReader, description: Description, file: Path, differing: list[str]
) -> str:
    """Let uploads and caches follow the database, and return what was done.

    The audit log hears of it by the run that is remembered.
    """
    with BackupRun.remembered(BackupRun.Kind.RESTORE, file.name) as run:
        run.data_at = description.taken_at
        removed = replace_uploads(archive, differing)
        raise_version()
        run.report = (
            f"The site is that of the archive. {len(differing)} uploads were replaced, "
            f"{removed} removed."
        )
    return run.report


@contextmanager
def checked(file: Path) -> Iterator[tuple[BagReader, Description]]:
    """An archive that is whole and fits this site, with what it says; ``BackupError`` if not."""
    with BagReader.of(file) as archive:
        archive.check()
        description = Description.read(archive)
        description.refuse_what_does_not_fit()
        yield archive, description


@contextmanager
def database_beside(
    archive: BagReader, description: Description, purpose: str, folder: Path
) -> Iterator[str]:
    """The database of an archive, beside the one in use, by its ``NAME`` (``databases.kinds``).

    The copy is unpacked in ``folder``. ``DamagedArchiveError`` if the database has not the rows
    that were counted when it was copied.
    """
    with working_folder(folder) as work:
        copy = work / engine().name
        with archive.open(engine().name) as content, copy.open("wb") as written:
            copyfileobj(content, written)
        with engine().beside(copy, purpose) as name:
            copy.unlink()
            if engine().rows_of(name) != description.rows:
                raise DamagedArchiveError("The database of the archive lacks rows.")
            yield name


def site_is_empty() -> bool:
    """Whether there is no more than the migrations make: no account, no page, no upload."""
    tables = connection.introspection.table_names()
    made = (
        BasePage.objects.filter(depth__gt=DEPTH_OF_HOME),
        get_user_model().objects.all(),
        get_image_model().objects.all(),
        get_document_model().objects.all(),
    )
    return not any(rows.model._meta.db_table in tables and rows.exists() for rows in made)
