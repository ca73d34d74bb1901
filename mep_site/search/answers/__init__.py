"""From a visitor's question to the groups of results that answer it.

``requests`` takes an address apart and ``searching`` answers it: by ``finding`` what was typed, by
``guessing`` what may have been meant, by ``completing`` what is still being typed. ``filters``
narrow the results down, ``results`` are what is shown of them.
"""
