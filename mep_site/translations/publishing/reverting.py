"""One language of the newest draft as an earlier revision has it, and nothing else."""

from wagtail.models import Revision

from ..content.composition import reverted
from ..content.contents import as_draft_of, content_of
from ..content.units import texts, units
from ..languages import Language
from ..models import TranslatedPage


def reverted_draft(page: TranslatedPage, revision: Revision, language: Language) -> TranslatedPage:
    """The newest draft of a stored page, with this language as the revision has it.

    The draft is not saved. Texts of a translation whose place is gone are kept beside the page.
    """
    draft = page.get_latest_revision_as_object()
    model, present = type(draft), content_of(draft)
    earlier = as_draft_of(model, revision.content, present)
    content = reverted(model, present, earlier, language)
    result = page.with_content_json(draft.serializable_data() | content)
    result.change = draft.change
    at_home = {unit.id for unit in units(model, content, language)}
    homeless = {
        name: text for name, text in texts(model, earlier, language).items() if name not in at_home
    }
    result.spare_texts = {**draft.spare_texts, language.code: homeless}
    return result
