"""The way to the public and back, one language at a time.

``publish`` and ``unpublish`` are the two actions, which ``pages`` lets every page use; both go
through ``going_live``, which holds the lock and calls Wagtail. ``changes`` says what a new Chinese
text means for its translations, and ``updates`` whether readers find something new. ``redirects``
lead from addresses that were public, ``workflow`` publishes what was approved, ``reverting`` brings
an earlier text back, and ``source_language`` makes another language the source of a page.
"""
