"""One version of what the public can see, for whatever is remembered of it.

The database raises it by triggers, in the transaction that changes a public row (``triggers``);
``private`` names what no visitor ever sees. ``version`` reads it, and remembers by it.
"""
