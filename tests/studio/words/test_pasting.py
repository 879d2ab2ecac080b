from hypothesis import given
from hypothesis import strategies as st

from studio.model.spans import parse_spans
from studio.words.pasting import Piece, PieceKind, cleaned, from_plain

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings>
<o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm; mso-style-qformat:yes;}
--></style></head><body lang=NB style='tab-interval:35.4pt'><!--StartFragment-->
<h1><span style='mso-fareast-font-family:"Times New Roman"'>Vi satte en lapp på kurven<o:p></o:p></span></h1>
<p class=MsoNormal>Hei igjen, <b style='mso-bidi-font-weight:normal'>Kari</b>.<br>
Vi har <i>ikke</i> rørt&nbsp;skoene, se <a href="https://nordlys.example/kurv?a=(1)">kurven
din</a>.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Fri bytte<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>Svar samme dag</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Mål
foten</p><p class=MsoQuote>Best i regn.</p><!--EndFragment--></body></html>"""

DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e">
<h2 dir="ltr" style="line-height:1.38"><span style="font-weight:400;white-space:pre-wrap;">Tre svar</span>
</h2><p dir="ltr"><span style="font-weight:400;white-space:pre-wrap;">Skoene er </span><span
style="font-weight:700;white-space:pre-wrap;">vanntette</span><span style="font-style:italic;white-space:pre-wrap;"> og
</span><a href="https://nordlys.example" style="text-decoration:none;"><span>varme</span></a>.</p><br />
<ol style="margin-top:0"><li dir="ltr"><p role="presentation"><span style="font-weight:400">Mål</span></p></li>
<li dir="ltr"><p dir="ltr"><span>Prøv</span></p></li></ol></b><br class="Apple-interchange-newline">"""

WEB = """<nav style="display: none"><a href="/">Hjem</a></nav><script>alert("{{ x }}")</script><div>Om <em>oss</em>
<div>Vi lager sko.<br><br>I Tromsø.</div>siden 1953</div><blockquote cite="x"><p>Aldri våt.</p></blockquote>
<p>Kjør <a href="javascript:alert(1)">her</a>, <a href="/om">der</a> og <a href="mailto:a@b.no">skriv</a></p>
<ul><li>en<ul><li>to</li></ul></li><li>  tre  <img src="x.png" alt="b"> fire</li></ul><table><tr><td>A<td>B</table>"""


def texts(html):
    return [(piece.kind.value, piece.text) for piece in cleaned(html)]


def test_word_leaves_its_styles_behind():
    assert cleaned(WORD) == [
        Piece(PieceKind.HEADING, "Vi satte en lapp på kurven"),
        Piece(
            PieceKind.PARAGRAPH,
            "Hei igjen, **Kari**.\nVi har *ikke* rørt\u00a0skoene, se [kurven din](https://nordlys.example/kurv?a=(1%29).",
        ),
        Piece(PieceKind.LIST, "Fri bytte\nSvar samme dag"),
        Piece(PieceKind.LIST, "Mål foten", ordered=True),
        Piece(PieceKind.QUOTE, "Best i regn."),
    ]


def test_google_docs_thin_b_is_not_bold():
    assert cleaned(DOCS) == [
        Piece(PieceKind.HEADING, "Tre svar", 2),
        Piece(PieceKind.PARAGRAPH, "Skoene er **vanntette** *og* [varme](https://nordlys.example)."),
        Piece(PieceKind.LIST, "Mål\nPrøv", ordered=True),
    ]


def test_a_web_page_keeps_its_words_and_order():
    assert texts(WEB) == [
        ("paragraph", "Om *oss*"),
        ("paragraph", "Vi lager sko."),
        ("paragraph", "I Tromsø."),
        ("paragraph", "siden 1953"),
        ("quote", "Aldri våt."),
        ("paragraph", "Kjør her, der og [skriv](mailto:a@b.no)"),
        ("list", "en\nto\ntre fire"),
        ("paragraph", "A"),
        ("paragraph", "B"),
    ]


def test_foreign_braces_and_marks_are_words():
    assert texts("<p>{{ person.first_name }} *2* <a href='https://a.no/{{x}}'>a_b</a></p>") == [
        ("paragraph", "\\{{ person.first_name }} \\*2\\* [a_b](https://a.no/%7B%7Bx%7D%7D)")
    ]


def test_an_encoding_declared_in_a_text_is_no_trouble():
    assert texts('<?xml version="1.0" encoding="ISO-8859-1"?><p>Blåbær 🥾</p>') == [("paragraph", "Blåbær 🥾")]


def test_a_page_nested_deeply_is_read():
    assert cleaned("<div>" * 5000 + "dypt" + "</div>" * 5000) in ([], [Piece(PieceKind.PARAGRAPH, "dypt")])


def test_plain_text_is_divided_at_empty_lines():
    assert [piece.text for piece in from_plain("en\r\nto\r\n \r\n\r\ntre {{ x }}\n")] == ["en\nto", "tre \\{{ x }}"]


@given(st.text(st.sampled_from('<>/b pliua="{}*[]()\\&;\n\ud800\x00æ'), max_size=60))
def test_nothing_pasted_brings_merge_tags_or_breaks_anything(html):
    for piece in cleaned(html):
        assert piece.text.strip()
        assert not any(type(span).__name__ == "Tag" for span in parse_spans(piece.text))
