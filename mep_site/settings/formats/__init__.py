"""How a language writes dates and times, where Django's own way of it is not ours.

Django looks for ``<language>/formats.py`` here (``FORMAT_MODULE_PATH``) before it looks at its own.
"""
