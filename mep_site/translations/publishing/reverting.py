"""One language of the newest draft as an earlier revision has it, and nothing else."""

from wagtail.models import Revision

from ..content.composition import reverted
from ..content.content import Content
from ..languages import Language
from ..models import TranslatedPage


def reverted_draft(page: TranslatedPage, revision: Revision, language: Language) -> TranslatedPage:
    """The newest draft of a stored page, with this language as the revision has it.

    The draft is not saved. Texts of a translation whose place is gone are kept beside the page.
    """
    draft = page.get_latest_revision_as_object()
    present = Content.of(draft)
    earlier = Content.stored_in(revision, present.model).as_draft_of(present)
    content = reverted(present, earlier, language)
    result = page.with_content_json(draft.serializable_data() | content.columns)
    result.change = draft.change
    at_home = {unit.id for unit in content.units(language)}
    orphaned = {name: text for name, text in earlier.texts(language).items() if name not in at_home}
    result.orphaned_texts = {**draft.orphaned_texts, language.code: orphaned}
    return result
