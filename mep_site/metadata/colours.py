"""Colours of the site for the frames that browsers and telephones draw around it.

They are those of the masthead and of the paper in ``static/css/base.css``, which nothing but a
style sheet can read.
"""

LIGHT = "#07312e"
DARK = "#06211f"
PAPER = "#ffffff"
