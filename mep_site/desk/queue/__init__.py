"""The queue: every edition that needs work, whose it is, until when, and which comes next.

``models`` has assignments and saved filters. ``selecting`` says what needs work and in which order,
``filters`` narrows it down; ``views`` lists it, ``taking_turns`` opens the next one, ``panels`` put
it on the first page of the admin. ``assigning`` decides who may give what to whom, ``bulk`` asks.
``coverage`` counts how much of each section there is in each language. ``hooks`` tells Wagtail.
"""
