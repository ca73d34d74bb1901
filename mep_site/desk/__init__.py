"""The translator's desk: the queue of what is to be done, and the place where it is done."""
