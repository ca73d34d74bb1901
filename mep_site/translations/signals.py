"""What other apps are told of, which this layer must not know."""

from django.dispatch import Signal

# A page was saved and its editions agree with it. ``page`` is the page as its own type, with its
# rows as they are saved; sent in the transaction of the change.
editions_kept = Signal()

# Some languages of a page have gone live. ``page`` is the page as it is stored then, ``languages``
# those that were published, ``user`` who did so or ``None``, ``moment`` when, in UTC; sent in the
# transaction of the publication, after the editions agree with it.
editions_published = Signal()
