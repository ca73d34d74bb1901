"""Which Chinese text a translation was made from, and how far it is from the one in force.

``pins`` records that text for each unit; ``comparison`` derives the freshness of an edition from
pins; ``progress`` tells how far each text of a draft is; ``diff`` shows word by word what differs.
"""
