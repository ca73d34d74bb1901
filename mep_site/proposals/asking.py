"""Proposals for the units of a page: taken from the store, else asked of the engine.

An engine may take seconds to answer. Do not call this in a transaction that others wait for: the
views here run without one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage

from mep_site.terms.base import term_index
from mep_site.terms.matching import TermEntry, TermIndex, find_terms
from mep_site.textchecks.asking import check_pair
from mep_site.textchecks.findings import Finding, TextPair
from mep_site.translations.audit import log_edition
from mep_site.translations.content.pins import FINGERPRINT_LENGTH, fingerprint
from mep_site.translations.content.units import Unit
from mep_site.translations.freshness.diff import plain_text
from mep_site.translations.languages import Language, authoritative, get_language

from .engines.engine import EngineError, TranslationRequest
from .engines.markup import MarkedText, MarksLostError
from .leaving import Departure, NothingMayLeaveError
from .models import Proposal, ServedProposal
from .recognising import likeness

SENT = "proposals.sent"

# The Chinese and the terms of a question, by their fingerprints.
Key = tuple[str, str]


@dataclass(frozen=True)
class ProposalAnswer:
    """What is answered to who asks for a proposal: one, or the reason why there is none."""

    proposal: Proposal | None = None
    reason: str = ""
    findings: Sequence[Finding] = field(default=())

    @property
    def words(self) -> str:
        """What one reads of the proposal."""
        return plain_text(self.proposal.text) if self.proposal else ""


@dataclass(frozen=True)
class Question:
    """A Chinese text of which a translation is wanted, and the terms that stand in it."""

    chinese: Unit
    terms: tuple[TermEntry, ...]

    @classmethod
    def of(cls, chinese: Unit, index: TermIndex) -> "Question":
        """With the terms that have an approved rendering, each once."""
        entries = (use.entry for use in find_terms(index, chinese.text))
        return cls(chinese, tuple(dict.fromkeys(entry for entry in entries if entry.approved)))

    @property
    def key(self) -> Key:
        """By what a proposal is found again."""
        told = "\n".join(f"{term.chinese}\t{'|'.join(term.approved)}" for term in self.terms)
        name = sha256(told.encode("utf-8")).hexdigest()[:FINGERPRINT_LENGTH] if told else ""
        return fingerprint(self.chinese.text), name

    @property
    def marked(self) -> MarkedText:
        """The Chinese as it is sent."""
        return MarkedText.of(self.chinese.text, self.chinese.is_rich)


def proposal_for(
    page: AbstractPage, unit: str, language: Language, user: AbstractBaseUser
) -> ProposalAnswer:
    """A proposal for one unit of a draft that is in the scope of the language."""
    return proposals_for(page, [unit], language, user)[unit]


def proposals_for(
    page: AbstractPage, units: Iterable[str], language: Language, user: AbstractBaseUser
) -> dict[str, ProposalAnswer]:
    """An answer for each of these units of a draft that is in the scope of the language."""
    units = list(units)
    try:
        departure = Departure.of(page, language)
    except NothingMayLeaveError as reason:
        return dict.fromkeys(units, ProposalAnswer(reason=str(reason)))
    index = term_index(language)
    questions, answers = _questions(departure, units, index)
    stored = _stored(departure, questions.values())
    new = {unit: each for unit, each in questions.items() if each.key not in stored}
    reason = _("The machine lost a link or an emphasis of the text, so there is no proposal.")
    if new:
        try:
            stored |= _made(departure, new, user)
        except EngineError as error:
            reason = str(error)
    for unit, question in questions.items():
        proposal = stored.get(question.key)
        answers[unit] = (
            ProposalAnswer(proposal, findings=_findings(question, proposal, index))
            if proposal
            else ProposalAnswer(reason=reason)
        )
    _note_served(page, answers, user)
    return {unit: answers[unit] for unit in units}


def _questions(
    departure: Departure, units: Iterable[str], index: TermIndex
) -> tuple[dict[str, Question], dict[str, ProposalAnswer]]:
    """What may be asked; and an answer where nothing may."""
    questions, refusals = {}, {}
    for unit in units:
        try:
            questions[unit] = Question.of(departure.chinese(unit), index)
        except NothingMayLeaveError as reason:
            refusals[unit] = ProposalAnswer(reason=str(reason))
    return questions, refusals


def _stored(departure: Departure, questions: Iterable[Question]) -> dict[Key, Proposal]:
    """What the engine was asked before, by anybody for any page."""
    keys = {question.key for question in questions}
    found = Proposal.objects.filter(
        **_asked(departure), chinese__in={chinese for chinese, _terms in keys}
    )
    return {key: each for each in found if (key := (each.chinese, each.terms)) in keys}


def _asked(departure: Departure) -> dict[str, str]:
    """Who is asked for what, as a proposal remembers it."""
    engine = departure.engine
    return {"language": departure.language.code, "engine": engine.name, "version": engine.version}


def _made(
    departure: Departure, questions: Mapping[str, Question], user: AbstractBaseUser
) -> dict[Key, Proposal]:
    """Ask the engine, each text once; without those of which it lost the marks."""
    by_key = {question.key: question for question in questions.values()}
    marked = [question.marked for question in by_key.values()]
    _log(departure, questions, user)
    answers = departure.engine.translate(
        TranslationRequest(
            [text.sent for text in marked],
            authoritative(),
            departure.language,
            tuple(dict.fromkeys(term for each in by_key.values() for term in each.terms)),
        )
    )
    if len(answers) != len(marked):
        raise EngineError(_("The machine answered something else than it was asked."))
    made = {}
    for key, text, answer in zip(by_key, marked, answers, strict=True):
        try:
            made[key] = _store(departure, key, text.restored(answer))
        except MarksLostError:
            continue
    return made


def _findings(question: Question, proposal: Proposal, index: TermIndex) -> list[Finding]:
    """What the checks find in a proposal."""
    language = get_language(proposal.language)
    return check_pair(TextPair(question.chinese.text, proposal.text, language, index))


def _store(departure: Departure, key: Key, text: str) -> Proposal:
    """Keep a proposal; that of another request which was faster stays."""
    chinese, terms = key
    return Proposal.objects.get_or_create(
        **_asked(departure),
        chinese=chinese,
        terms=terms,
        defaults={"text": text, "likeness": likeness(text)},
    )[0]


def _log(departure: Departure, units: Iterable[str], user: AbstractBaseUser) -> None:
    """Write down what is about to leave, so that it is known even if no answer comes."""
    engine, published = departure.engine, departure.source.published
    named = {
        "engine": engine.name,
        "version": engine.version,
        "published": [unit for unit in units if unit in published],
        "drafts": [unit for unit in units if unit not in published],
    }
    log_edition(
        departure.page,
        SENT,
        user,
        languages=(departure.language,),
        changed=False,
        details=named,
    )


def _note_served(
    page: AbstractPage, answers: Mapping[str, ProposalAnswer], user: AbstractBaseUser
) -> None:
    """Remember what is about to be shown, before it is."""
    with transaction.atomic():
        ServedProposal.objects.bulk_create(
            [
                ServedProposal(page_id=page.pk, unit=unit, proposal=answer.proposal, user=user)
                for unit, answer in answers.items()
                if answer.proposal
            ],
            ignore_conflicts=True,
        )
