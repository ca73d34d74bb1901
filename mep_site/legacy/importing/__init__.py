"""From captures to pages of the site.

``importer`` brings a file over and is where to begin. ``captures`` stores it; ``compose`` makes
pages of what was read, with ``streams`` for their bodies and ``states`` for the countries that they
name; ``page_making`` puts them below their ``parents``, by ``publication`` live where that was
asked, and ``old_addresses`` lead to them. ``anomaly_decisions`` is what somebody decides,
``proposals`` what a new version of the parser would change. ``containment`` keeps one bad file from
stopping the others, and ``reporting`` says what became of each.
"""
