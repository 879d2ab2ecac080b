"""Typography: what is mended in each language, and what a good editor leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.words.languages import KNOWN
from studio.words.typography import RULES, quotes_used, typeset, typography_faults

N, T = "\u00a0", "\u202f"

MENDED = [
    ("nb", 'Hun sa "hei" til oss.', "Hun sa «hei» til oss."),
    ("nb", "Hun sa “hei” til oss.", "Hun sa «hei» til oss."),
    ("nb", "Hun sa ‘hei’ til oss.", "Hun sa «hei» til oss."),
    ("nb", "Vi tenkte - og så skjedde det.", "Vi tenkte – og så skjedde det."),
    ("nb", "Vi tenkte -- og så skjedde det.", "Vi tenkte – og så skjedde det."),
    ("nb", "Vi tenkte — og så skjedde det.", "Vi tenkte – og så skjedde det."),
    ("nb", "Vi tenkte—og så.", "Vi tenkte – og så."),
    ("nb", "Det tar 2-4 dager, åpent 9-16 og kl.\u00a09.30-16.", "Det tar 2–4 dager, åpent 9–16 og kl.\u00a09.30–16."),
    ("nb", "Så ...", "Så …"),
    ("nb", "Få 10% nå", f"Få 10{N}% nå"),
    ("nb", "Få 10 % nå", f"Få 10{N}% nå"),
    ("nb", "Over 500 kr, eller 500kr, eller kr 500.", f"Over 500{N}kr, eller 500{N}kr, eller kr{N}500."),
    ("nb", "Det koster 49.50 kr.", f"Det koster 49,50{N}kr."),
    ("nb", "Det koster 1.500 kr og 2 500 kr.", f"Det koster 1{N}500{N}kr og 2{N}500{N}kr."),
    ("nb", "Åpent fra kl. 9.", f"Åpent fra kl.{N}9."),
    ("nb", "To  mellomrom , og ett før komma .", "To mellomrom, og ett før komma."),
    ("nb", "Så bra !", "Så bra!"),
    ("nb", "Det er Lars' kurv.", "Det er Lars’ kurv."),
    ("nn", 'Ho sa "hei".', "Ho sa «hei»."),
    ("sv", 'Hon sa "hej" och “hej”.', "Hon sa ”hej” och ”hej”."),
    ("sv", "Hon sa ‘hej’ och gick.", "Hon sa ”hej” och gick."),
    ("sv", "Spara 15% i dag", f"Spara 15{N}% i dag"),
    ("da", 'Hun sagde "hej" og “hej”.', "Hun sagde ”hej” og ”hej”."),
    ("da", 'Det er »godt« og "nyt".', "Det er »godt« og »nyt«."),
    ("nl", "Ze zei 'hallo' en ging.", "Ze zei ‘hallo’ en ging."),
    ("nl", 'Ze zei "hallo" en ging.', "Ze zei “hallo” en ging."),
    ("nl", "Ze zei „hallo” en ging.", "Ze zei “hallo” en ging."),
    ("nl", "'s Avonds zijn er foto's van zo'n mand in 't huis.", "’s Avonds zijn er foto’s van zo’n mand in ’t huis."),
    ("nl", "Open tot ‘s avonds laat.", "Open tot ’s avonds laat."),
    ("nl", "Nu 10 % korting, boven €75 gratis.", f"Nu 10% korting, boven €{N}75 gratis."),
    ("en", "It's the shop's 'best' one.", "It’s the shop’s ‘best’ one."),
    ("en", 'She said "hello" to us.', "She said “hello” to us."),
    ("en", "We thought - and then. Wait--what?", "We thought – and then. Wait – what?"),
    ("en", "Over £ 75 you save 10 %.", "Over £75 you save 10%."),
    ("en", "It costs £4,50 today.", "It costs £4.50 today."),
    ("en", "The '90s were kind.", "The ’90s were kind."),
    ("de", 'Sie sagte "hallo" und “hallo”.', "Sie sagte „hallo“ und „hallo“."),
    ("de", "Das gilt z.B. für 10% und 5,00€.", f"Das gilt z.{N}B. für 10{N}% und 5,00{N}€."),
    ("fr", "Voici un mot: attention!", f"Voici un mot{N}: attention{T}!"),
    ("fr", 'Elle dit "oui" et «non».', f"Elle dit «{N}oui{N}» et «{N}non{N}»."),
    ("fr", "C'est l'heure ?", f"C’est l’heure{T}?"),
    ("fr", "Au-dessus de €75", f"Au-dessus de 75{N}€"),
    ("fi", 'Hän sanoi "hei" klo 9.', f"Hän sanoi ”hei” klo{N}9."),
    ("es", 'Dijo "hola" - y se fue - sin más.', "Dijo «hola» —y se fue— sin más."),
    ("es", "Un 10% menos", f"Un 10{N}% menos"),
]

LEFT = [
    ("nb", "– Hei, sa hun.\n– Hei igjen."),
    ("nb", "- en liste\n- til"),
    ("nb", "e-post, inn- og utpakking, T-skjorte"),
    ("nb", "Ring 55 00 19 87 eller 800-12-345, 22.11.2026, 2026-11-22"),
    ("nb", f"«Vi sa ‘hei’», sa hun … og kl.{N}9.30–16"),
    ("nb", "Skjermen er 24\" og 6' lang"),
    ("nb", "Se https://butikk.example/a--b-9-16?x=1,5&y='z' eller hei@butikk.example"),
    ("nb", "Veien Oslo–Bergen tar 7 timer :)"),
    ("sv", "”Hej”, sa hon. »Hej.« Avgår 7.12, 7.42 och 8.12."),
    ("da", "”Hej” og »hej« – og 1.500 kr".replace(" kr", f"{N}kr")),
    ("nl", "‘Hallo,’ zei ze. De foto’s van ’s avonds, 10% en € 75.".replace("€ ", f"€{N}")),
    ("en", "‘Hello,’ she said – it’s fine. The boys’ shop—yes—is £1,500 or £4.50."),
    ("en", "She said ‘they called it “home”’ and left."),
    ("de", f"„Hallo“, sagte sie, »ja«, ‚nein‘. Das gilt z.{N}B. für 10{N}% und die 100%ige Variante."),
    ("fr", f"«{N}Oui{N}», dit-elle{T}; à 10:30{N}: c’est bien{T}!?"),
    ("fi", "”Hei”, hän sanoi – ja lähti."),
    ("es", "«Hola», dijo —y se fue— con “calma”. ¿Sí?"),
    ("xx", 'Anything "goes" - here ...'),
]


@pytest.mark.parametrize(("language", "text", "right"), MENDED)
def test_a_careful_typesetter_mends(language, text, right):
    assert typeset(text, language) == right
    assert typography_faults(right, language) == ()


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_what_is_right_is_left_alone(language, text):
    assert typography_faults(text, language) == ()


@pytest.mark.parametrize(
    "text",
    [
        '{{ person.first_name | default: "du" }} er her',
        "Hei{{ if person.first_name }}, {{ person.first_name }}{{ end }}. Takk.",
        "Se [«kurven»](https://a.example/x--y) og **det**",
        "{{ if person.first_name }}{{ person.first_name }}, jeg{{ else }}Jeg{{ end }} heter",
    ],
)
def test_tags_and_marks_are_no_prose(text):
    assert typography_faults(text, "nb") == ()


def test_both_outcomes_of_a_condition_are_read():
    text = 'Hei{{ if person.first_name }} "du"{{ else }} "deg"{{ end }}.'
    assert typeset(text, "nb") == "Hei{{ if person.first_name }} «du»{{ else }} «deg»{{ end }}."


def test_both_forms_of_address_are_read():
    assert typeset("[[Je hebt foto's|U hebt foto's]]", "nl") == "[[Je hebt foto’s|U hebt foto’s]]"


def test_a_fault_stands_at_its_place_in_the_source():
    text = "**Hei** {{ person.first_name }}, få 10% nå"
    (fault,) = typography_faults(text, "nb")
    assert text[fault.start : fault.end] == fault.found == "10%"
    assert fault.rule == "percent"
    assert fault.source == "Språkrådet"


def test_an_sms_is_spared_what_gsm_cannot_hold():
    assert typography_faults('Svar "STOPP" - eller ring, 10 %, 2-4 dager ... C\'est', "nb", gsm=True) == ()
    assert typeset("Hei , du  der, 10% nå", "nb", gsm=True) == "Hei, du der, 10 % nå"
    assert typeset("Attention!", "fr", gsm=True) == "Attention !"


def test_quotations_tell_their_kind_and_only_the_outer_ones():
    assert [pair for _, pair in quotes_used("‘a “b” c’ and “d”", "en")] == ["‘’", "“”"]
    assert quotes_used("no quotes, isn’t it", "en") == quotes_used("“x”", "xx") == ()


SIGNS = st.text(
    st.sampled_from(list("ab9 .,;:!?%€£$-–—…'\"‘’“”„«»()[]{}|*_\\\n\u00a0\u202f\u200b\ud800😀kr")), max_size=80
)


@given(SIGNS | st.text(max_size=60), st.sampled_from((*KNOWN, "xx", "nb-NO")), st.booleans())
def test_anything_can_be_read_and_faults_never_overlap(text, language, gsm):
    end = 0
    for fault in typography_faults(text, language, gsm=gsm):
        assert fault.rule in RULES
        assert fault.start >= end
        assert text[fault.start : fault.end] == fault.found != fault.right
        end = fault.end


@pytest.mark.parametrize("piece", ["'", '"', "[[", "{{", "- ", "«", "[a](", "‘a ", "1.", "..", " ,", "9 "])
def test_a_long_hostile_text_ends(piece):
    faults = typography_faults(piece * (60_000 // len(piece)), "fr")
    assert list(faults) == sorted(faults, key=lambda fault: fault.start)
