"""What the site of this process answers to a stranger for each page, in each language."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Self

from django.utils import translation

from mep_site.core.models import BasePage
from mep_site.pagecache.samples import Stranger
from mep_site.translations.languages import languages

LINK = re.compile(rb'href="(/[^"?#]*)')
BATCH = 500


@dataclass(frozen=True)
class PublicAnswer:
    """The answer for a page in a language: ``digest`` is the SHA-256 of its bytes.

    ``tree`` is the page's place in the tree, as treebeard writes it; ``links`` are the addresses
    on this site that the answer names.
    """

    page: int
    tree: str
    language: str
    path: str
    status: int
    digest: str
    links: list[str]

    def written(self) -> str:
        """In one line."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, line: str) -> Self:
        return cls(**json.loads(line))


def public_answers() -> Iterator[PublicAnswer]:
    """Ask for every page there is, drafts and private ones too: nobody is to get those."""
    stranger = Stranger(bears_errors=True)
    pages = BasePage.objects.filter(depth__gt=1).order_by("path")
    for page in pages.iterator(chunk_size=BATCH):
        for language in languages():
            with translation.override(language.code):
                path = page.get_url()
            if path:
                yield _answer(stranger, page, language.code, path)


def _answer(stranger: Stranger, page: BasePage, code: str, path: str) -> PublicAnswer:
    response = stranger.answer(path)
    content = response.getvalue()
    return PublicAnswer(
        page=page.pk,
        tree=page.path,
        language=code,
        path=path,
        status=response.status_code,
        digest=sha256(content).hexdigest(),
        links=sorted({link.decode() for link in LINK.findall(content)}),
    )
