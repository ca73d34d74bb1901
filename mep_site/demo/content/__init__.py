"""What the demo says, by domain."""

from .home import HOME

__all__ = ["HOME"]
