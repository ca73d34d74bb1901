"""The languages of the site, and what is written differently in each of them.

``table`` lists the languages and is all that most of the code needs; ``text`` reads a translated
field together with the language that it is really in; ``dates`` writes dates and numbers;
``scripts`` tells in which script letters are; ``extraction`` finds the words of templates for the
message catalogues.
"""

from .table import Language, active_language, authoritative, get_language, languages

__all__ = ["Language", "active_language", "authoritative", "get_language", "languages"]
