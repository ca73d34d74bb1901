"""What the form of a long translation costs, beside Wagtail's own form of the same page.

``long_page`` makes the page, ``opening`` opens both forms in turn.
"""
