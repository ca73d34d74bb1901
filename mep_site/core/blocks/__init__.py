"""The blocks that bodies are made of."""

from .block_families import AchievementsBlock, BodyBlock, TextBlock

__all__ = ["AchievementsBlock", "BodyBlock", "TextBlock"]
