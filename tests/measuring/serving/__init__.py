"""What an answer of the site costs, beside a bare application under the same gunicorn.

``contestants`` are the applications, ``cases`` what each is asked. ``load`` asks, ``clock`` reads
what the asked process took, ``figures`` makes ratios and verdicts of it, ``rounds`` puts them
together. ``tests.measuring.bench`` is the command.
"""
