"""The page cache: a WSGI layer that answers for public pages before Django is entered.

It knows HTTP and the version of what is public, and no page. Read ``policy`` first: who is answered
from memory, for which addresses, and which answers are kept; views mark theirs by ``marking``.
``layer`` then answers a request: from an entry of the ``store`` (``entries``), written by the
``encodings`` that its reader takes, as far as its ``conditions`` ask for a body at all; else from
Django, once for a crowd (``flights``). ``versions`` reads the version, ``improving`` compresses in
the background. With Redis, ``sharing`` keeps for all processes of a ``release`` what one has
rendered. ``composing`` puts the layer in front of Django.

``readers`` tells what a request takes, also with a ``dictionary`` that the browser shares with the
site: RFC 9842. Dictionaries are trained from ``samples`` and stand on a ``shelf``; ``views`` serves
them, and the rules by which browsers fetch pages in advance, which ``middleware`` names in pages.
"""
