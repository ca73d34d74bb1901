"""Terms: names, titles, bodies and formulas that have an approved rendering in each language.

``matching`` finds terms in running Chinese and their renderings in running translations; it knows
no database. ``standard`` has the renderings that come with the site, ``models`` is the base of
terms that the ministry keeps, ``records`` are terms that the site's own records say. ``base`` puts
the two together: ``term_index`` is what others ask for.
"""
