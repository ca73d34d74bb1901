"""From what is new to what the mail server has taken, once.

``promising`` writes down, in one transaction for each mail, what a subscriber will be told.
``handing_over`` gives a mail to the server, and ``run`` does all of it, after ``forgetting`` what
is not needed any more. A process that is killed leaves rows from which the next one goes on.
"""
