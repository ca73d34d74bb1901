"""Facts that several page types state, and the standards in whose words they are stated.

``site_columns`` are the columns of China's rules for government sites, ``schema_org`` parts of
descriptions for machines; ``reaching``, ``telephones`` and ``office_hours`` say how an office is
reached.
"""
