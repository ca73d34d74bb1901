"""Exchange: units written for the tools of translators, and read back from them.

A format writes and reads what it is given; what an import changes is worked out before it is done.
"""
