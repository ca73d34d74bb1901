"""The blocks that bodies are made of.

``block_families`` lists what page types choose from: blocks of ``text``, ``media``, ``links`` and
``table``. ``fields`` makes the field of a body, ``comparing`` compares two versions of a text.
"""

from .block_families import AchievementsBlock, BodyBlock, TextBlock

__all__ = ["AchievementsBlock", "BodyBlock", "TextBlock"]
