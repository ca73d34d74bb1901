"""Brings pages of the old site over.

The way of a capture: ``reading`` makes numbered lines of its bytes, ``structure`` finds chunks and
what belongs to the frame, ``recognition`` tells what kind of document it is, one of the ``parsers``
makes a sketch of pages of it, with the ``phrases`` of the old site. ``parsing`` is all of that in
one pure function. ``importing`` stores captures and puts pages into the tree; ``models`` remember
what was brought over and what is doubtful, ``wording`` says it in the reader's language, and
``admin`` is where people look it through.
"""
