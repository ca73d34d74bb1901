"""The blocks that bodies are made of."""

from .families import AchievementsBlock, BodyBlock, TextBlock

__all__ = ["AchievementsBlock", "BodyBlock", "TextBlock"]
