import pytest
from lxml import etree

from mep_site.exchange.formats.registry import FORMATS

from ..translations.steps import ENGLISH, RUSSIAN
from .test_round_trips import whole_demo


class R(etree.Resolver):
    def resolve(self, url, id, ctx):
        if "xml.xsd" in url:
            return self.resolve_filename(
                "/tmp/xsd/catalog/xliff2.0/informativeCopiesOf3rdPartySchemas/w3c/xml.xsd", ctx
            )


def schema(text):
    parser = etree.XMLParser()
    parser.resolvers.add(R())
    return etree.XMLSchema(etree.fromstring(text, parser))


B = "file:///tmp/xsd/catalog/xliff2.0/"
S2 = f'''<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:oasis:names:tc:xliff:document:2.0" schemaLocation="{B}xliff_core_2.0.xsd"/><xs:import namespace="urn:oasis:names:tc:xliff:metadata:2.0" schemaLocation="{B}modules/metadata.xsd"/><xs:import namespace="urn:oasis:names:tc:xliff:glossary:2.0" schemaLocation="{B}modules/glossary.xsd"/></xs:schema>'''
S1 = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:oasis:names:tc:xliff:document:1.2" schemaLocation="file:///tmp/xsd/catalog/xliff/xliff-core-1.2-strict.xsd"/></xs:schema>"""


@pytest.mark.django_db
def test_x(article):
    out = []
    for lang in (ENGLISH, RUSSIAN):
        d = whole_demo(lang)
        for n, s in (("xliff12", S1), ("xliff20", S2)):
            c = FORMATS[n].write(d)
            sc = schema(s)
            ok = sc.validate(etree.fromstring(c))
            out.append((n, lang.code, ok, [str(e)[:300] for e in list(sc.error_log)[:3]]))
            open(f"/tmp/all-{n}-{lang.code}.xlf", "wb").write(c)
        out.append(
            (
                len(d.pages),
                sum(len(p.segments) for p in d.pages),
                sum(len(u.terms) for p in d.pages for u in p.segments),
            )
        )
    print(*out, sep="\n")
    assert 0
