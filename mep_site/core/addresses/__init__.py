"""Where pages are.

``sitetree`` finds a page, those above it and the main menu; ``public_links`` leads only to what
every visitor may see; ``slugs`` makes the last part of an address from a title.
"""
