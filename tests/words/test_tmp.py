import time, re
from tests.words.crawl import Walk
from tests.words.content import Content
from tests.words.marks import marked, unmarked


def test_it(db):
    who = open("/tmp/words/who").read().split()
    out = open("/tmp/words/out.txt", "w")
    allasked = {}
    content = Content()
    content._everything
    seen = {}
    for p in who:
        n = 0
        t = time.time()
        with marked() as asked:
            for v in Walk(p):
                n += 1
                print(p, v, round(time.time() - t, 1), len(v.texts), file=out, flush=True)
                for a in asked:
                    allasked.setdefault(a, f"{p} {v}")
                asked.clear()
                for x in v.texts:
                    u = " ".join(unmarked(x).split())
                    if u not in seen and not content.is_only_content(u):
                        seen[u] = 1
                        print("    ", u[:200], file=out, flush=True)
        print("TOTAL", p, n, time.time() - t, len(allasked), file=out, flush=True)
    open("/tmp/words/asked", "w").write(repr(allasked))
