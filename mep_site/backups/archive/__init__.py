"""The file that holds a whole site, as a serialised bag of RFC 8493 (BagIt).

``bag`` writes and checks such a file, whatever is in it; ``description`` is what ours says about
the site that it is of, and whether that can be restored here.
"""
