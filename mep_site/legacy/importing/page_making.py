"""Puts the pages of a reading into the tree: all of them in one transaction, or none."""

from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser

from mep_site.core.models import BasePage

from ..models import LegacyAnomaly, LegacyPage, LegacyReading
from ..reading.refusals import Reason, RefusedCaptureError
from ..structure.doubts import Anomaly, Code
from .captures import forgive
from .compose import Composer
from .containment import contained
from .old_addresses import redirect_old_address
from .parents import Parents
from .publication import publish

# A page with more is no page that an editor could work on, nor one that a search could index.
MOST_CHARACTERS = 300_000
MOST_SEGMENTS = 3_000


@dataclass
class MadePages:
    """The pages that were made: those of the capture, and parents that were missing."""

    pages: list[BasePage] = field(default_factory=list)
    parents: list[BasePage] = field(default_factory=list)


def make_pages(
    reading: LegacyReading, user: AbstractBaseUser | None = None, *, public: bool = False
) -> MadePages:
    """Make drafts of the pages of a reading, or published pages."""
    check_length(reading)
    with contained(str(reading)):
        planted = _plant(reading, user, public=public)
        forgive(reading.capture)
        return planted


def check_length(reading: LegacyReading) -> None:
    """Refuse what would make a page that nobody could open."""
    if reading.characters > MOST_CHARACTERS or len(reading.segments) > MOST_SEGMENTS:
        raise RefusedCaptureError(Reason.TOO_LONG)


def _plant(reading: LegacyReading, user: AbstractBaseUser | None, *, public: bool) -> MadePages:
    tree = Parents()
    composer = Composer(reading.capture.sha256, reading.derivation)
    made: list[tuple[int, BasePage]] = []
    for number, sketch in enumerate(reading.page_sketches):
        if sketch.model == "cooperation_index" and tree.existing(sketch):
            composer.anomalies.append(index_exists(reading))
            continue
        page = composer.page(number, sketch)
        above = tree.above(sketch)
        mark = composer.mark if number == 0 else f"{composer.mark}-{number}"
        made.append((number, tree.add(page, above, mark)))
    if not made:
        raise RefusedCaptureError(Reason.NO_PAGE)
    _save(reading, tree, made, user, public=public)
    _add_anomalies(reading, composer.anomalies)
    redirect_old_address(reading, made[0][1])
    pages = [page for _, page in made]
    return MadePages(pages, [page for page in tree.created if page not in pages])


def _save(
    reading: LegacyReading,
    tree: Parents,
    made: list[tuple[int, BasePage]],
    user: AbstractBaseUser | None,
    *,
    public: bool,
) -> None:
    revisions = {}
    for page in tree.created:
        revisions[page.pk] = page.save_revision(user=user)
        if public:
            publish(page, revisions[page.pk], user)
    LegacyPage.objects.bulk_create(
        LegacyPage(reading=reading, page=page, number=number, revision=revisions[page.pk])
        for number, page in made
    )
    for number, page in made:
        reading.anomalies.filter(number=number).update(page=page)
    reading.state = LegacyReading.State.IMPORTED
    reading.save(update_fields=["state"])


def _add_anomalies(reading: LegacyReading, anomalies: list[Anomaly]) -> None:
    LegacyAnomaly.objects.bulk_create(
        LegacyAnomaly(
            reading=reading,
            code=anomaly.code,
            severity=anomaly.severity,
            line=anomaly.line,
            subject=anomaly.subject,
        )
        for anomaly in anomalies
    )


def index_exists(reading: LegacyReading) -> Anomaly:
    """Tell that a brochure's title was left out: an index that exists is not ours to change."""
    titles = [t for target, t in reading.derivation.texts.items() if target.page == 0]
    return Anomaly(Code.INDEX_EXISTS, 1, next(iter(titles[0].values()), "") if titles else "")
