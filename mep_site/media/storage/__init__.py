"""Where uploads are kept: a folder, or a bucket of an object store; ``STORAGES`` names one of them.

``transactions`` lets files share the fate of the rows that name them, wherever they are kept.
"""
