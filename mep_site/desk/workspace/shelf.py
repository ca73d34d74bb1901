"""The aids that stand beside a text, in their order."""

from .aid.comments import COMMENTS
from .aid.marks import MARKS

AIDS = (MARKS, COMMENTS)
