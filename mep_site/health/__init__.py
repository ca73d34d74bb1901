"""Whether a process of the site lives, and whether it is ready to serve.

``readiness`` finds out, ``probes`` answers load balancers and container engines.
"""
