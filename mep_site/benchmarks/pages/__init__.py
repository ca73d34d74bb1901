"""What a public page costs that no cache answers: processor time and queries, by kind of page.

``kinds`` finds an address of each kind, ``costs`` measures it in this process.
"""
