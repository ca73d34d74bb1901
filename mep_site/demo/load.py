"""Everything that the demo consists of, in the order in which it is made."""

from datetime import date

from mep_site.home.models import HomePage
from mep_site.terms.files.taking_over import take_over
from mep_site.terms.standard import standard_list
from mep_site.translations.permissions.groups import create_groups

from .content import HOME
from .histories import let_time_pass
from .library import Library
from .outline import PageTreeLoader
from .people import load_people
from .progress_bars import ProgressBars
from .search import teach_search
from .shelves import stock_library
from .site import configure_site


def load_content(home: HomePage, bars: ProgressBars, today: date) -> None:
    """Fill a site that has nothing but an empty home page, as of a day."""
    create_groups()
    administrator = load_people()
    library = Library(today)
    stock_library(library, administrator, bars)
    PageTreeLoader(library, administrator).load(home, HOME, bars)
    configure_site(library)
    teach_search(library)
    take_over(standard_list(), administrator)
    let_time_pass(library, administrator)
