"""The forms of a page in the scope of one language.

``edit_handlers`` cuts the panels of a language out of those of the page type. ``unit_rows`` are the
rows of a translation's form, ``sources`` the texts beside them, ``saving`` writes them back;
``panels`` shows what only this scope has, and ``forms`` binds all of it together.
"""
