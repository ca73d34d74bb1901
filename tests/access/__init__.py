"""Who gets in where: each address of the URL configuration, for each role, with each object.

``addresses`` takes the addresses from the URL configuration, ``cast`` has the roles, ``belongings``
what they ask for, ``asking`` asks and says whether somebody was let in, ``table`` who is to be.
``hidden`` makes content in every hidden state, and ``malformed`` requests that make no sense.
"""
