import time, re
from tests.words.crawl import Walk
from tests.words.content import Content, NAMES


def test_it(db):
    out = open("/tmp/words/real.txt", "w")
    content = Content()
    content._everything
    seen = {}
    for v in Walk("admin"):
        print(v, file=out)
        for x in v.texts:
            u = " ".join(x.split())
            if u in seen or not re.search("[A-Za-z\u0400-\u04ff]{2}", NAMES.sub(" ", u)):
                continue
            if content.is_only_content(u):
                continue
            seen[u] = 1
            print("    ", u[:200], file=out, flush=True)
