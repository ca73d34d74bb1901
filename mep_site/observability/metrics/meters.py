"""What is counted of the site as a whole. ``docs/observability.md`` says what each is good for."""

from prometheus_client import Counter, Histogram

# Of the time in Django; answers from the page cache take less than a millisecond.
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

REQUESTS = Histogram(
    "mep_request_seconds",
    "Time that Django took for requests, by kind of view and class of status.",
    ["view", "status"],
    buckets=SECONDS,
)
PAGE_CACHE = Counter(
    "mep_page_cache_answers", "Requests that came to the page cache, by outcome.", ["outcome"]
)
DATABASE_ERRORS = Counter(
    "mep_database_errors", "Statements that the database refused, by class of error.", ["kind"]
)
REFUSED_SIGN_INS = Counter("mep_refused_sign_ins", "Passwords that were refused.")
