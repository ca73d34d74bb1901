"""The forms in which units travel: each is an entry of ``registry``, which is read first.

``xml`` and ``archives`` take in what strangers may have made.
"""
