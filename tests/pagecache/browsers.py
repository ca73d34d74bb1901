"""What a browser makes of a body, with the one dictionary that it has, or none."""

import gzip
from hashlib import sha256

import brotli
from zstandard import DICT_TYPE_RAWCONTENT, ZstdCompressionDict, ZstdDecompressor

from mep_site.pagecache.dictionary import Dictionary

from .requests import Answer


class WrongDictionaryError(Exception):
    """A body that the browser could not read."""


def read(answer: Answer, dictionary: Dictionary | None) -> bytes:
    """The body as it was before it was coded."""
    coding = answer.headers.get("Content-Encoding", "identity")
    if coding == "dcz":
        if dictionary is None:
            raise WrongDictionaryError
        return read_dcz(answer.body, dictionary)
    return {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}[coding](
        answer.body
    )


def read_dcz(body: bytes, dictionary: Dictionary) -> bytes:
    """RFC 9842, 5: eight bytes that never differ, the SHA-256 of the dictionary, Zstandard."""
    magic, digest, frame = body[:8], body[8:40], body[40:]
    if magic.hex() != "5e2a4d1820000000" or digest != sha256(dictionary.content).digest():
        raise WrongDictionaryError
    raw = ZstdCompressionDict(dictionary.content, dict_type=DICT_TYPE_RAWCONTENT)
    return ZstdDecompressor(dict_data=raw).decompress(frame)
