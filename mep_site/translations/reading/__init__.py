"""What readers of a translation are told about the Chinese text, and can compare with it.

``standing`` says how a translation stands to the Chinese text, ``passages`` shows what differs, and
``parallel`` sets a page in two languages side by side.
"""
