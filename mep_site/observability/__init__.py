"""What operators see of the running site: its log, its metrics, the errors that Sentry is told of.

None of it holds personal data: no names, no addresses, nothing that was typed. ``logs`` writes the
lines and says what may stand in them, ``sentry`` tells of errors by the same rules, ``statements``
watches the database, ``metrics`` counts for Prometheus. Apps that have something to count do so in
a module ``metrics`` of their own, which is loaded only where metrics are switched on.
"""
