"""What visitors follow, by e-mail or by feed.

Read ``models`` first: who follows what, and what was promised to be sent. ``subjects`` says what
can be followed and what is new of it. ``sending`` claims what is new for each subscriber and hands
it to the mail server, never twice; ``letters`` writes the mails. ``public`` holds the pages on
which one subscribes, confirms and ends it, ``links`` the signed addresses that lead there.
"""
