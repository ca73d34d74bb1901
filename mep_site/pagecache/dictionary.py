"""A dictionary that browsers and the site share, so that a page is sent as what is new in it.

RFC 9842: the browser fetches the dictionary once, names it in each request by its SHA-256, and gets
answers in the content coding ``dcz``, Zstandard with that dictionary. The pages of a site are much
alike, so what is left of one is a few hundred bytes.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from zstandard import DICT_TYPE_RAWCONTENT, ZstdCompressionDict, ZstdCompressor, train_dictionary

SIZE = 56 * 1024
# What Zstandard's own dictionaries begin with: a magic number and an identifier, four bytes each.
FORMAT_MARK = 8
# RFC 9842, 5: a skippable frame of 32 bytes, which are the SHA-256 of the dictionary.
DCZ_MAGIC = bytes.fromhex("5e2a4d1820000000")

# Levels of Zstandard: 0.2 ms and 3 ms for a page of 15 kB.
QUICK, BEST = 9, 19


@dataclass(frozen=True)
class Dictionary:
    """The bytes that both sides hold, raw: RFC 9842, 2.1.4 knows no other type."""

    content: bytes

    @cached_property
    def digest(self) -> bytes:
        return sha256(self.content).digest()

    @cached_property
    def name(self) -> str:
        """The SHA-256 in hexadecimal: what is called this never changes."""
        return self.digest.hex()

    @cached_property
    def available(self) -> str:
        """What a request that may be answered with it has as ``Available-Dictionary``."""
        return f":{b64encode(self.digest).decode()}:"

    def compress(self, body: bytes, level: int) -> bytes:
        """The body in the content coding ``dcz``; for any thread."""
        # Browsers take the dictionary as raw bytes, which have no identifier.
        compressor = ZstdCompressor(level, dict_data=self._shared, write_dict_id=False)
        return DCZ_MAGIC + self.digest + compressor.compress(body)

    @cached_property
    def _shared(self) -> ZstdCompressionDict:
        return ZstdCompressionDict(self.content, dict_type=DICT_TYPE_RAWCONTENT)


def train(pages: Sequence[bytes]) -> Dictionary:
    """The dictionary that makes such pages small; the same for the same pages.

    Without its mark, no decoder takes it for anything but raw bytes.
    """
    return Dictionary(train_dictionary(SIZE, list(pages)).as_bytes()[FORMAT_MARK:])


def mean_size(pages: Sequence[bytes], dictionary: Dictionary) -> float:
    """How many bytes these pages take with the dictionary, on average."""
    return sum(len(dictionary.compress(page, BEST)) for page in pages) / len(pages)
