"""How far a translation is from the Chinese text in force. Pure functions of stored data.

``comparison`` derives the freshness of an edition from its pins; ``progress`` tells how far each
text of a draft is; ``diff`` shows word by word what differs.
"""
