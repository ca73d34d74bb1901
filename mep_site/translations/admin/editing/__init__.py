"""The views in which an edition is started, edited, previewed and handed on.

``views`` and ``creating`` are the two forms, ``previewing`` shows them as the public would see
them. ``conflicts`` and ``guarding`` ask before somebody else's draft is hidden, ``questions``
before texts that are in work are handed on; ``sessions`` says who else has the page open.
``steps``, ``notices``, ``schedule_notices`` and ``menus`` are what stands around the form.
"""
