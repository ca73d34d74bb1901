"""What the roles ask for: pages and files of a place, texts of a language, a person's own rows."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    TaskState,
    UploadedFile,
    Workflow,
    get_default_page_content_type,
)

from mep_site.desk.models import SavedFilter
from mep_site.exchange.models import Transfer
from mep_site.feedback.models import ErrorReport
from mep_site.legacy.importing.captures import interpret, receive
from mep_site.legacy.models import LegacyCapture, LegacyImport, LegacyReading
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.memory.models import MemoryImport, MemoryPair
from mep_site.translations.languages import get_language
from mep_site.translations.models import Edition, EditionSession
from news.models import Activity, ActivityIndex

from ..test_security import picture
from .cast import Place, Role

CAPTURE = b"Home > News\nReeds bloom\nDate: 03-04-2031\n\nThey\nbloom.\n"


class BelongingsOfPlace:
    """A list of activities: one is public, one waits for a decision, one is a draft, one an alias.

    With a picture and a document.
    """

    def __init__(self, place: Place) -> None:
        # Stands in what is shown to those only who work in this place: a draft, and files.
        self.word = f"secretof{place.section.slug.replace('-', '')}"
        self.collection = place.collection
        self.parent = ActivityIndex.objects.descendant_of(place.section).get()
        self.page = Activity.objects.child_of(self.parent).first()
        self.in_review = self._another("in-review", "in review")
        self.draft = self._another("draft", self.word, live=False)
        self.alias = self.page.create_alias(parent=self.parent, update_slug="alias")
        self.image = SiteImage.objects.create(
            title=self.word,
            file=ContentFile(picture(40, 30), f"{self.word}.png"),
            description_zh_hans=self.word,
            collection=self.collection,
        )
        self.document = SiteDocument.objects.create(
            title=self.word,
            file=ContentFile(b"words", f"{self.word}.txt"),
            collection=self.collection,
        )

    def _another(self, slug: str, title: str, **values: bool) -> Activity:
        page = Activity(title_zh_hans=title, slug=slug, **values)
        self.parent.add_child(instance=page)
        page.save_revision()
        return page

    @cached_property
    def task_state(self) -> TaskState:
        """The step of a workflow that somebody has to decide about."""
        editor = User.objects.get(username="editor")
        return Workflow.objects.get().start(self.in_review, editor).current_task_state


class Belongings:
    """What a role asks for."""

    def __init__(self, role: Role, of_place: BelongingsOfPlace) -> None:
        self.of_place = of_place
        self.language = get_language(role.language)
        self.owner = role.user if role.owns and role.user else User.objects.get(username="admin")

    @cached_property
    def revisions(self) -> list[Any]:
        """Two of the page, saved in the language."""
        page = self.of_place.page
        page.edition_language = self.language
        return [page.save_revision(user=self.owner) for _ in range(2)]

    @cached_property
    def edition(self) -> Edition:
        return Edition.objects.get(page=self.of_place.page, language=self.language.code)

    @cached_property
    def session(self) -> EditingSession:
        session = EditingSession.objects.create(
            user=self.owner,
            content_type=get_default_page_content_type(),
            object_id=str(self.of_place.page.pk),
            last_seen_at=timezone.now(),
        )
        EditionSession.objects.create(session=session, language=self.language.code)
        return session

    def upload(self, model: type[Model]) -> UploadedFile:
        """A file of several that were uploaded together, of which the form is not complete."""
        is_picture = model is SiteImage
        return UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            file=(
                ContentFile(picture(4, 3), "upload.png")
                if is_picture
                else ContentFile(b"words", "upload.txt")
            ),
            uploaded_by_user=self.owner,
        )

    @cached_property
    def saved_filter(self) -> SavedFilter:
        return SavedFilter.objects.get_or_create(owner=self.owner, name="Mine")[0]

    @cached_property
    def transfer(self) -> Transfer:
        return Transfer.objects.create(
            direction="import", language=self.language.code, content=b"x", user=self.owner
        )

    @cached_property
    def memory_import(self) -> MemoryImport:
        return MemoryImport.objects.create(file_name="a.tmx", language=self.language.code)

    @cached_property
    def memory_pair(self) -> MemoryPair:
        return MemoryPair.objects.filter(language=self._translated).first()

    @cached_property
    def report(self) -> ErrorReport:
        return ErrorReport.objects.create(address="/", language=self.language.code, message="!")

    @property
    def _translated(self) -> str:
        """The language, or one into which is translated."""
        return "en" if self.language.is_authoritative else self.language.code

    @cached_property
    def reading(self) -> LegacyReading:
        return interpret(receive("reeds.txt", CAPTURE))

    @cached_property
    def refused_capture(self) -> LegacyCapture:
        capture = receive("nothing.txt", b"nothing")
        capture.refusal = "not-whole"
        capture.save()
        return capture

    @cached_property
    def legacy_import(self) -> LegacyImport:
        return LegacyImport.objects.create(user=self.owner)

    def chosen(self, model: type[Model]) -> Model:
        """One of these; that of the role where the model knows such."""
        found = {
            Edition: lambda: self.edition,
            SiteImage: lambda: self.of_place.image,
            SiteDocument: lambda: self.of_place.document,
            User: lambda: User.objects.get(username="russian"),
        }
        if issubclass(self.of_place.page._meta.model, model):
            return self.of_place.page
        return found[model]() if model in found else model.objects.order_by("pk").last()


def all_belongings(roles: Iterable[Role]) -> dict[Role, Belongings]:
    """What each of them asks for; two that ask in the same place ask for the same pages."""
    Redirect.objects.create(old_path="/old", redirect_link="/en/")
    places = {place: BelongingsOfPlace(place) for place in {role.place for role in roles}}
    belongings = {role: Belongings(role, places[role.place]) for role in roles}
    # Before anything is asked: what was saved last has a say in who may do what.
    assert all(own.revisions for own in belongings.values())
    return belongings
