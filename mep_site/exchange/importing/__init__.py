"""What a file that came back would change, and the change itself.

``merging`` decides for one unit, ``planning`` for a document; ``applying`` saves drafts.
"""
