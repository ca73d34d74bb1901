"""Published articles in great numbers, for whatever is measured of a big site.

``texts`` puts the sentences of the demo into another order. ``articles`` publishes some hundred
articles made of them as editors would, and ``copies`` lets the database make many more of these,
with all that publishing left behind. ``filling`` does all of it.
"""
