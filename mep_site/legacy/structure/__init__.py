"""What a capture consists of.

``chunks`` gathers lines, ``pairing`` puts a chunk beside its translations, ``layout`` tells text
from frame. ``segments`` give every character a home, ``fitting`` what a place on a page can hold,
``doubts`` what needs a human eye, ``contacts`` how an office is reached; a ``sketch`` is what
becomes of all this while a parser works.
"""
