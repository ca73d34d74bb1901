"""What the checks do: functions of a pair of texts, each of which yields what it finds.

``whole_texts`` looks at a text as a whole, ``omissions`` at what is left out of it; ``structure``
at lists and tables, ``references`` at links, numbers and addresses, ``quotations`` at what is
quoted, ``letters`` at scripts, ``punctuation`` at signs, ``naming`` at names and terms.
"""
