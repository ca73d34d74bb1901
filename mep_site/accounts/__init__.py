"""How colleagues sign in, and what of a sign-in the admin asks for.

``obligation`` says who needs a second factor. ``sessions`` says what a session has shown so far and
how long it lasts, and ``middleware`` makes nobody of whoever has not shown enough: that is the only
place that lets people in. ``throttling`` counts guesses for all processes; ``adapters`` and
``forms`` put it into django-allauth, whose views ``views`` and ``urls`` put into the admin.
``passwords`` knows the words that nobody may rely on. ``confirming`` is the gate before a material
change of the Chinese goes live, ``resetting`` helps who has lost a telephone.
"""
