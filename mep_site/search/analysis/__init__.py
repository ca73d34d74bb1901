"""What of a text is searched for: the same terms on every database.

Everything here is a pure function of its arguments. From the bottom upwards: ``folding`` removes
differences that no reader means, ``script_runs`` divides a text by script, ``stemming`` takes the
endings off words as their language has them, ``index_terms`` makes of that what an index stores,
``highlighting`` marks in the original text what a query found.

A text is in a language; a query may be in any, so that it asks for a word in each form that texts
in one of the languages would be stored in.

Chinese is indexed by pairs of characters and not by words of a dictionary: a new word never means
that the index must be made anew.
"""

# Stored with every entry; to be raised with every change of what the index has of a text.
ANALYSER_VERSION = 5
