"""What other apps are told of, which this layer must not know."""

from django.dispatch import Signal

# A page was saved and its editions agree with it. ``page`` is the page as its own type, with its
# rows as they are saved; sent in the transaction of the change.
editions_kept = Signal()
