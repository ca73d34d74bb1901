"""What goes out and comes back, in no format.

``codes`` takes the markup out of a rich text and puts it back; ``documents`` is what a format
writes, ``returned`` what it reads; ``gathering`` makes the first of editions.
"""
