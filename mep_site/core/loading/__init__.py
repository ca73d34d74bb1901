"""A page and what it shows beside its own columns, loaded ahead of its template.

``single`` loads the page, ``references`` its rows and all that it refers to, ``page_pictures`` the
pictures.
"""
