"""One parser for each family of documents; each writes into a sketch.

``articles``, ``offices``, ``directory`` and ``brochure`` are the families. ``body`` reads running
text for all of them; ``programmes``, ``quotations``, ``members`` and ``meetings`` read parts of a
brochure. ``inspection`` looks through every capture for what needs a human eye.
"""
