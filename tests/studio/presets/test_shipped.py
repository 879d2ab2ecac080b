"""What ships: sixteen presets, complete in their languages, tones and forms of address, with nothing to mend."""

from functools import cache
from itertools import combinations

import pytest
from immutables import Map

from studio.checks.course import check
from studio.cli.presetpage import page
from studio.i18n import NullTranslator
from studio.model.style import USUAL_FORMALITY, Formality, Style
from studio.model.trade import Channel
from studio.paths import shipped
from studio.presets.brandfile import read_brand
from studio.presets.growth import plant
from studio.presets.library import read_library
from studio.render.personas import sample_personas

MAIN, OTHERS = ("en", "nb", "nl", "sv"), ("da", "de", "es", "fi", "fr", "nn")
ESSENTIAL = {"cart-classic", "welcome-essential", "post-purchase-essential", "reactivation"}
LENGTHS = {
    **dict.fromkeys(("cart-classic", "welcome-essential", "cart-essential", "post-purchase-essential"), 3),
    **dict.fromkeys(("welcome-story", "cart-story", "checkout-abandonment", "browse-abandonment"), 5),
    "winback": 5,
    "sunset": 5,
    "reactivation": 2,
}
LIBRARY = read_library([shipped("presets")])
TONED = [(name, tone, code) for name in LIBRARY.presets for tone in ("plain", "playful") for code in MAIN]
FORMED = [
    (name, code, form)
    for name, preset in LIBRARY.presets.items()
    for code in preset.languages
    if code in USUAL_FORMALITY
    for form in Formality
]


@cache
def sample_brand():
    return read_brand(shipped("resources", "sample", "brand.toml"))


def grown(name, languages, tone="warm", forms=None):
    brand = sample_brand().brand
    style = Style(formality=Map(forms or {}))
    changed = type(brand)(**{each: getattr(brand, each) for each in type(brand).__slots__} | {"style": style})
    return plant(LIBRARY.preset(name), languages, changed, personas=sample_personas(), tone=tone)


def unexplained(project, name, *languages):
    found = check(project, {name: languages})
    return [(each.id, str(each.message)) for each in found if not each.waived and each.id != "brand.sample"]


def test_every_sequence_of_the_documents_is_there():
    assert len(LIBRARY.presets) == 16
    assert LIBRARY.faults == ()


@pytest.mark.parametrize("name", sorted(LIBRARY.presets))
def test_a_preset_is_written_in_its_languages(name):
    wanted = (*MAIN, *OTHERS) if name in ESSENTIAL else MAIN
    preset = LIBRARY.preset(name)
    assert preset.languages == tuple(sorted(wanted))
    assert (preset.tones, preset.voices["plain"], preset.voices["playful"]) == (
        ("warm", "plain", "playful"),
        MAIN,
        MAIN,
    )


@pytest.mark.parametrize("name", sorted(LIBRARY.presets))
def test_a_preset_says_what_it_is_for_and_for_whom_it_is_not(name):
    preset = LIBRARY.preset(name)
    for words in (preset.name, preset.purpose, preset.arc, preset.not_for):
        assert set(words) >= {"en", "nb"}
    assert preset.sources


@pytest.mark.parametrize(("name", "count"), sorted(LENGTHS.items()))
def test_a_flow_is_as_long_as_its_document_says(name, count):
    assert sum(message.channel is Channel.EMAIL for message in LIBRARY.preset(name).messages) == count


@pytest.mark.parametrize("name", sorted(LIBRARY.presets))
def test_every_e_mail_tests_one_idea_in_two_versions(name):
    mails = [message for message in LIBRARY.preset(name).messages if message.channel is Channel.EMAIL]
    assert all(len(message.variants) >= 2 for message in mails)
    assert all(set(message.idea) >= {"en", "nb"} for message in mails)


@pytest.mark.parametrize(("name", "tone", "language"), TONED)
def test_a_tone_leaves_nothing_to_mend(name, tone, language):
    assert unexplained(grown(name, (language,), tone), name, language) == []


@pytest.mark.parametrize(("name", "language", "form"), FORMED)
def test_a_form_of_address_leaves_nothing_to_mend(name, language, form):
    assert unexplained(grown(name, (language,), forms={language: form}), name, language) == []


@pytest.mark.parametrize(("name", "language"), [(name, code) for name in LIBRARY.presets for code in MAIN])
def test_the_three_tones_are_three_voices(name, language):
    subjects = [
        tuple(sorted(variant.subject.words(language) for variant in grown(name, (language,), tone).variants.values()))
        for tone in LIBRARY.preset(name).tones
    ]
    assert all(not set(one) & set(other) for one, other in combinations(subjects, 2))


@pytest.mark.parametrize("name", sorted(LIBRARY.presets))
def test_all_languages_together_contradict_each_other_nowhere(name):
    languages = LIBRARY.preset(name).languages
    assert unexplained(grown(name, languages), name, *languages) == []


def test_the_page_on_the_library_says_what_ships(root):
    shown = page(LIBRARY, NullTranslator())
    assert (root / "docs" / "library.md").read_text("utf-8") == shown, "run `make docs`"
