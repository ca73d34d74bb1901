"""Machine proposals: engines that translate a unit, and the record of what came from them.

Nothing leaves the site and nothing is public unless a person has decided so.
"""
