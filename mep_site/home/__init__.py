"""The home page, which draws on every domain.

``sections`` are what an editor arranges it from, ``arrangement`` is how the languages share one
arrangement, ``charts`` draws figures, ``rendering`` writes the sections out.
"""
