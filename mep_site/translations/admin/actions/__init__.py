"""What is done to a page outside its form, or to many pages at once: each names its languages.

``unpublishing``, ``deleting``, ``copying`` and ``changing_source`` act on one page, ``bulk`` on
many, ``api`` on what a script of the admin names.
"""
