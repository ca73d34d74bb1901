"""The sections that an editor arranges on the home page.

``section`` says what all have in common, ``lists`` are those that draw on a list of the site,
``services`` and ``figures`` those that an editor fills in.
"""

from wagtail import blocks

from .figures import ChartSection, FiguresSection
from .lists import ConsultationsSection, EntriesSection, EventsSection, LeadersSection
from .services import ServicesSection


class SectionsBlock(blocks.StreamBlock):
    """Everything that the home page may show below its heading.

    Its sections are no passages: they show other pages, and are not read beside another language.
    """

    is_passage = False

    services = ServicesSection()
    entries = EntriesSection()
    consultations = ConsultationsSection()
    events = EventsSection()
    leaders = LeadersSection()
    figures = FiguresSection()
    chart = ChartSection()


__all__ = ["SectionsBlock"]
