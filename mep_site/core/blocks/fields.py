"""Fields that page types are made of."""

from typing import Any

from django.db.models import Model
from modeltranslation.fields import TranslationField
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.fields import StreamField

from mep_site.translations.content.columns import as_json


class BodyField(StreamField):
    """A stream that is stored, and kept in revisions, in as few bytes as it takes.

    To the migrations it is a stream as any other.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Under the name of Wagtail's field: the column is the same."""
        name, _, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", args, kwargs

    def value_to_string(self, obj: Model) -> str:
        """As it stands in a revision; Wagtail writes a Chinese character as seven bytes there."""
        return as_json(self.get_prep_value(self.value_from_object(obj)))

    def pre_save(self, model_instance: Model, add: bool) -> StreamValue:
        """Nothing for the column without a language, which would repeat that of some language."""
        is_in_a_language = isinstance(self, TranslationField)
        return super().pre_save(model_instance, add) if is_in_a_language else self.get_default()


def body_field(block: StreamBlock, verbose_name: Any, **options: Any) -> BodyField:
    """A body that may be empty.

    A required stream would make every language required under modeltranslation.
    """
    return BodyField(block, verbose_name=verbose_name, blank=True, **options)
