"""Puts the demo's pictures, documents and topics into the libraries of the site."""

from django.contrib.auth.models import AbstractUser
from django.core.files.base import ContentFile

from mep_site.core.loading.page_pictures import RENDITION_SPECS
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.topics.models import Topic

from .content.media import CREDIT, DOCUMENTS, PICTURES
from .content.topics import TOPICS
from .library import Library
from .outline import assign
from .pictures import DRAWINGS
from .progress_bars import ProgressBars


def stock_library(library: Library, owner: AbstractUser, bars: ProgressBars) -> None:
    """Draw the pictures, write the documents and list the topics."""
    for name in bars.through(DRAWINGS, "Pictures"):
        library.pictures[name] = _store_picture(name, owner)
    for name in DOCUMENTS:
        library.documents[name] = _store_document(name, owner)
    for order, (slug, name) in enumerate(TOPICS.items()):
        names = {"name": name.zh, **name.columns("name")}
        library.topics[slug] = Topic.objects.create(slug=slug, sort_order=order, **names)


def _store_picture(name: str, owner: AbstractUser) -> SiteImage:
    """The picture, with the renditions made that pages show: the first visitor must not wait."""
    title, description, caption = PICTURES[name]
    file = ContentFile(DRAWINGS[name]().jpeg(), name=f"demo-{name}.jpg")
    picture = SiteImage(title=title, file=file, uploaded_by_user=owner)
    texts = {"description": description, "caption": caption, "credit": CREDIT}
    assign(picture, texts, Library(), name)
    picture.save()
    picture.get_renditions(*RENDITION_SPECS)
    return picture


def _store_document(name: str, owner: AbstractUser) -> SiteDocument:
    words, language, make = DOCUMENTS[name]
    document = SiteDocument(
        title=words.zh,
        file=ContentFile(make(), name=name),
        content_language=language,
        uploaded_by_user=owner,
        **words.columns("name"),
    )
    document.save()
    return document
