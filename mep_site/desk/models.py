"""What the desk stores."""

from .queue.models import Assignment, SavedFilter

__all__ = ["Assignment", "SavedFilter"]
