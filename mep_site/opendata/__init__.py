"""What the site knows as facts, for programs: tables as CSV and JSON-LD, and a catalogue of them.

``datasets`` lists the data sets, each a named entry: read it first. What a column means to machines
is said by ``shapes``; ``sources`` read the rows, ``writing`` writes them, ``catalogue`` describes
the whole in the words of DCAT, and ``views`` answer for the addresses.
"""
