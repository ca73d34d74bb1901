"""From the bytes of a capture to numbered lines in a known language, or to a refusal.

``encodings`` decodes, ``lines`` numbers what it says, ``languages`` tells in which language a line
is written, with ``pinyin`` for damaged Chinese; ``refusals`` are why a capture cannot be read.
"""
