"""What a page shows beside its own columns, loaded ahead of its template.

``references`` loads its rows and all that it refers to, ``page_pictures`` the pictures.
"""
