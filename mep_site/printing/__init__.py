"""Pages to keep: the code of an address, and a page as a PDF.

``paper`` makes of a page a document that needs nothing else, ``typesetting`` makes a PDF of that in
a process of its own, ``press`` sees to it that this happens once, and one at a time; ``views`` hand
it out. ``codes`` draws addresses for cameras.
"""
