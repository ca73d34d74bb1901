"""Blocks with pictures and documents."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from mep_site.media.models import SiteDocument, SiteImage

from ..loading.references import LoadedChooser


class LoadedImageChooser(LoadedChooser, ImageChooserBlock):
    """Chooses a picture."""


class LoadedDocumentChooser(LoadedChooser, DocumentChooserBlock):
    """Chooses a document."""


class PictureBlock(blocks.StructBlock):
    """A picture in the text, with its words in the language of the body."""

    image = LoadedImageChooser(label=_("Picture"))
    alt_text = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        help_text=_(
            "What the picture shows, for those who cannot see it. "
            "If empty, the text from the picture library is used."
        ),
    )
    caption = blocks.CharBlock(
        label=pgettext_lazy("of a picture", "Caption"),
        required=False,
        help_text=_("Shown below the picture. If empty, the caption from the library is used."),
    )

    def get_preview_value(self) -> blocks.StructValue:
        """Any picture of the library."""
        return self.to_python(
            {
                "image": getattr(SiteImage.objects.order_by("pk").first(), "pk", None),
                "alt_text": "A river between wooded hills",
                "caption": "The upper reaches in June",
            }
        )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with alternative text and a caption.")
        template = "core/blocks/picture.html"
        preview_value = None


class DownloadBlock(blocks.StructBlock):
    """A document to download; its language, type and size are shown."""

    document = LoadedDocumentChooser(label=_("Document"))
    label = blocks.CharBlock(
        label=_("Label"),
        required=False,
        help_text=_("If empty, the name from the document library is used."),
    )

    def get_preview_value(self) -> blocks.StructValue:
        """Any document of the library."""
        return self.to_python(
            {
                "document": getattr(SiteDocument.objects.order_by("pk").first(), "pk", None),
                "label": "Annual report",
            }
        )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Document to download")
        description = _("A link to a document, with its language, type and size.")
        template = "core/blocks/download.html"
        preview_value = None
