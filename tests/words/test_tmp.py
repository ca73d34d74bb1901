import sys,time,collections
import pytest
from tests.words.crawl import Walk
from tests.words.marks import marked, unmarked
import re
def test_it(db):
    t=time.time()
    who=open('/tmp/words/who').read().split()
    out=open('/tmp/words/out.txt','w')
    for p in who:
        n=0;seen=set()
        t=time.time()
        with marked() as asked:
            for v in Walk(p):
                n+=1
                print(p,v,round(time.time()-t,1),len(v.texts),file=out,flush=True)
                for x in v.texts:
                    u=' '.join(unmarked(x).split())
                    if re.search(r'[^\W\d_]',u) and u not in seen:
                        seen.add(u); print('    ',u[:200],file=out,flush=True)
        print('TOTAL',p,n,time.time()-t,len(asked),file=out,flush=True)
        open(f'/tmp/words/asked-{p}','w').write(repr(asked))
