"""A page as a document that stands by itself: what it says and where it is from."""

from base64 import b64encode

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.http import Http404, HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe

from mep_site.core.addresses.public_links import addresses_of
from mep_site.core.models import BasePage
from mep_site.media.views import read_public_picture
from mep_site.translations.languages import active_language
from mep_site.translations.languages.dates import PartialDate

from .codes import drawn_code

# What leads elsewhere or does something; and what is said of the page around its text.
LEFT_OUT = (
    "nav, form, script, button, [hidden], .more, .part-link, .part-report, .parallel-offers, "
    ".page-end > p, .page-tools, .reader, .status, .origin, "
    ".precedence-notice summary, .precedence-notice details > p"
)


def on_paper(request: HttpRequest, page: BasePage) -> str:
    """The page in the active language, as every visitor is shown it, as HTML with its pictures."""
    address = request.build_absolute_uri(addresses_of(page, request)[active_language()])
    context = {
        "page": page,
        "address": address,
        "code": as_data("image/svg+xml", drawn_code(address)),
        "content": mark_safe(_content(request, page, address)),  # noqa: S308 - what the page shows
        "today": PartialDate.of_day(timezone.localdate()),
    }
    return render_to_string("printing/paper.html", context, request)


def as_data(media_type: str, content: bytes) -> str:
    """The content as an address that holds it."""
    return f"data:{media_type};base64,{b64encode(content).decode()}"


def _content(request: HttpRequest, page: BasePage, address: str) -> str:
    request.GET = QueryDict()
    shown = page.serve(request)
    main = BeautifulSoup(shown.render().content, "html.parser").main
    for part in main.select(LEFT_OUT):
        part.decompose()
    for link in main.select("a[href]"):
        if not link["href"].startswith("#"):
            link["href"] = request.build_absolute_uri(link["href"])
    for details in main.select("details"):
        details["open"] = ""
    for picture in main.select("picture"):
        picture.replace_with(_with_its_file(picture.img.extract()))
    return main.decode_contents()


def _with_its_file(image: Tag) -> Tag:
    """A picture that needs no server; without one that not everybody may see."""
    path = image["src"].removeprefix(settings.MEDIA_URL)
    try:
        image["src"] = as_data("image/jpeg", read_public_picture(path))
    except Http404:
        image["src"] = ""
    return image
