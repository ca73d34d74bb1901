"""What happens to files in these tests."""

from mep_site.exchange.exporting import export
from mep_site.exchange.formats.intake import read_file
from mep_site.exchange.importing.applying import apply_page
from mep_site.exchange.importing.planning import plan
from mep_site.translations.content.content import Content
from mep_site.translations.models import Edition

from ..translations.steps import ENGLISH, IDS, live, newest_draft

FIRST, SECOND = (f"body.{key}" for key in IDS[:2])
ITEM = f"body.{IDS[2].replace('0003', '0004')}"


def exported(page, language=ENGLISH, chosen="xliff12"):
    """The file of one edition."""
    return export([live(page)], language, chosen).content


def planned(content, user=None):
    """What a file would do to its only page."""
    (document,) = read_file(content)
    (page,) = plan(document, user)
    return page


def outcomes(content):
    """What a file would do to each unit of its only page, as far as there is anything to say."""
    return {unit.unit: unit.outcome.value for unit in planned(content).told}


def take(content, *chosen):
    """Take a file in as an operator does; the texts that go over what was changed here by id."""
    (document,) = read_file(content)
    for page in document.pages:
        apply_page(page, document.language, None, chosen, file_name="back.xlf")


def texts(page, language=ENGLISH):
    """The texts of the newest draft."""
    return Content.of(newest_draft(page)).texts(language)


def state_of(page, unit, language=ENGLISH):
    """How far a unit of the newest draft is, as the form shows it."""
    from mep_site.exchange.texts.gathering import page_segments

    found = {each.unit: each for each in page_segments(live(page), language).segments}
    return found[unit].state.value


def edition_of(page, language=ENGLISH):
    return Edition.objects.get_or_create_for_page(page)[language.code]


def edited(content, old, new):
    """The file with other words, as a tool leaves all else alone."""
    assert old.encode() in content
    return content.replace(old.encode(), new.encode())
