"""What is said twice, what is shouted, and how the reader is addressed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.model.style import Formality
from studio.words.address import addressing
from studio.words.emoji import emoji, exclamations
from studio.words.languages import KNOWN
from studio.words.similar import alike, opening, ridden


def test_lines_that_differ_in_a_name_or_a_comma_are_alike():
    assert alike("Lyset står på ved kurven din", "{{ person.first_name }}, lyset står på ved kurven din")
    assert alike("Kurven din er lagret!", "Kurven din er lagret")


def test_other_lines_and_empty_ones_are_not():
    assert not alike("Kurven din er lagret", "Så ringte det på døra")
    assert not alike("", "")
    assert not alike("!", "?")
    assert not alike("«{{ shop.review }}»", "«{{ cart.first.name }}»")


def test_an_opening_is_its_first_three_words_without_tags():
    assert opening("Hei {{ person.first_name }}, **vi** har noe") == "hei vi har"
    assert opening("Hei du") == ""


def test_adjectives_are_counted_in_all_their_forms():
    assert ridden(["Fin, fint, fine.", "Finere og finest, sier vi."], "nb", 4) == (("fin", 5),)
    assert ridden(["bonito bonita bonitos bonitas bonito"], "es", 4) == (("bonito", 5),)


def test_what_a_story_is_about_may_recur():
    assert ridden(["Lappen. " * 20], "nb") == ridden(["Fin. " * 20], "xx") == ()


def test_emoji_are_counted_as_they_are_seen():
    assert len(emoji("👩‍👩‍👧 🇳🇴 👍🏽 ❤️ 1️⃣")) == 5
    assert emoji("✓ © – “ ”") == ()
    assert exclamations("Hei! Så bra!!") == 3


CLEAR = [
    ("nl", "Dit is jouw mandje", Formality.INFORMAL),
    ("nl", "Uw mandje wacht", Formality.FORMAL),
    ("de", "Wir haben dein Paket", Formality.INFORMAL),
    ("de", "Wir haben für Sie gepackt", Formality.FORMAL),
    ("fr", "Ton panier est pour toi", Formality.INFORMAL),
    ("fr", "Votre panier attend", Formality.FORMAL),
    ("es", "Tu cesta espera", Formality.INFORMAL),
    ("es", "La cesta de usted", Formality.FORMAL),
    ("nb", "Vi skriver til Dem om kurven", Formality.FORMAL),
    ("sv", "Vi skriver till Er om korgen", Formality.FORMAL),
]


@pytest.mark.parametrize(("language", "text", "form"), CLEAR)
def test_a_clear_word_tells_the_form(language, text, form):
    assert [found for *_, found in addressing(text, language)] == [form]


UNCLEAR = [
    ("de", "Sie kamen gestern. Sie gingen. Ihre Schuhe standen da."),
    ("nb", "De kom i går. Vi møtte De Geer der."),
    ("nl", "Een klant zei: ‘Kunt u mij helpen?’ Jullie kennen dat."),
    ("fr", "Elle a dit « vous êtes là » et le ton monta."),
    ("es", "Su cesta espera y le gusta."),
    ("en", "You and thou"),
]


@pytest.mark.parametrize(("language", "text"), UNCLEAR)
def test_an_unclear_word_and_a_quotation_tell_nothing(language, text):
    assert addressing(text, language) == ()


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from((*KNOWN, "xx")))
def test_anything_can_be_compared(one, other, language):
    assert alike(one, other) == alike(other, one)
    assert all(count > 0 for _, count in ridden([one, other], language, 0))
    assert all(start < end for start, end, _ in addressing(one, language))
    assert all(sign in one for sign in emoji(one))
