"""What happens by the clock: management commands, each at its interval or time of day.

Read ``jobs`` first, which lists what runs and when; then ``models``, the rows by which each job
begins once however many schedulers there are; then ``running``, the loop that starts them.
"""
