"""The settings of the site in templates."""

from django import template
from django.template.context import Context

from ..models import SiteConfiguration

register = template.Library()


@register.simple_tag(takes_context=True)
def site_configuration(context: Context) -> SiteConfiguration | None:
    """The settings of the site that answers this request, loaded once per request."""
    request = context.get("request")
    if request is None:
        return None
    if not hasattr(request, "site_configuration"):
        request.site_configuration = SiteConfiguration.for_page_frame(request)
    return request.site_configuration
