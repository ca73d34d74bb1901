"""The place where a translation is made: what stands beside the texts of its form.

``focus`` is the text that somebody is at, ``aids`` what helps with it, each in a module of ``aid``;
``threads`` are the comments on it. ``views`` answer for one text at a time, ``component`` is the
frame in the form that shows their answers; ``hooks`` registers both with Wagtail.
"""
