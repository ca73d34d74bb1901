"""Takes pairs from what is published, in the transaction of the publication.

``taking`` says which pairs an edition holds, ``keeping`` writes what differs from what is
remembered, ``rebuilding`` does so for every page.
"""
