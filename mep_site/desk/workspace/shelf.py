"""The aids that stand beside a text, in their order: warnings first, then what can be taken."""

from .aid.checks import CHECKED
from .aid.comments import COMMENTS
from .aid.machine import MACHINE
from .aid.marks import MARKS
from .aid.memory import MEMORY
from .aid.terms import TERMS

AIDS = (CHECKED, MEMORY, TERMS, MARKS, MACHINE, COMMENTS)
