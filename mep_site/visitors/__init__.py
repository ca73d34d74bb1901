"""What all forms have in common that strangers fill in, without an account.

``forms`` keeps programs from filling them in, ``traces`` limits how much comes from one sender, and
``mail`` says whether the site can answer at all.
"""
