"""The settings of the demo's site."""

from wagtail.models import Site

from mep_site.siteconfig.models import SiteConfiguration

from .content.site import SETTINGS
from .library import Library
from .outline import assign


def configure_site(library: Library) -> None:
    """Fill the texts, hot keywords and footer links of the default site."""
    configuration = SiteConfiguration.for_site(Site.objects.get(is_default_site=True))
    assign(configuration, SETTINGS, library, "settings")
    configuration.save()
