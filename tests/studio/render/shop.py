"""An invented shop to render: every kind of block, in Norwegian, with pictures and facts."""

from dataclasses import replace

from immutables import Map

from studio.model.asset import Asset
from studio.model.brand import Brand, Sender, Social
from studio.model.localized import Localized, Text, localized
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.trade import Angle, Channel, MailTheme
from studio.render import render
from studio.render.personas import beside, sample_personas, with_pictures
from studio.tags.sample import sample

PICTURES = ("boot", "trail", "portrait", "logo")
ALTS = {"boot": "Cognacfarget fjellstøvel", "trail": "Grønn stisko", "portrait": "Marte Lien", "logo": "Fjellvik"}
ASSETS = Map(
    {
        name: Asset(name, f"{name}.png", "image/png", 9000, *((520, 104) if name == "logo" else (600, 600)))
        for name in PICTURES
    }
)
FACTS = {
    "signer": "Marte Lien",
    "signer_role": "skomaker i Fjellvik",
    "return_days": "30",
    "free_shipping_over": "1 000 kr",
    "delivery_days": "1–3",
    "place": "Voss",
}
BRAND = Brand(
    name="Fjellvik Sko",
    url="https://fjellvik.example",
    currency="NOK",
    sender=Sender("Marte fra Fjellvik", "hei@fjellvik.example", ""),
    address="Strandavegen 12\n5704 Voss",
    facts=Map({name: localized(nb=words) for name, words in FACTS.items()}),
    socials=(
        Social("Instagram", "https://instagram.example/fjellvik"),
        Social("Verkstedet", "https://fjellvik.example/v"),
    ),
    portrait="portrait",
    sample=True,
)
PERSONAS = {persona.id: with_pictures(persona) for persona in sample_personas()}
KARI = sample(PERSONAS["kari"], "nb")


def block(kind, _id="", *, settings=None, **texts):
    """Return a block with Norwegian words; `_id` defaults to its kind."""
    words = Map({name: Localized(Map({"nb": Text(said)})) for name, said in texts.items()})
    return Block(_id or kind, kind, texts=words, settings=Map(settings or {}))


def of_every_kind():
    """Return one block of every e-mail kind, in the order of a good letter."""
    return (*of_opening(), *of_answers(), *of_trust(), *of_closing())


def of_opening():
    """Return the blocks that lead to the cart."""
    return (
        block("heading", text='Støvlene står ved døra, {{ person.first_name | default: "du" }}', settings={"level": 1}),
        block("paragraph", text="Hei{{ if person.first_name }}, {{ person.first_name }}{{ end }}!"),
        block(
            "paragraph",
            "second",
            text="Du prøvde dem nettopp, og så ringte kanskje telefonen. De står **akkurat der du satte dem**, "
            "på benken ved vinduet. Vi [holder av paret ditt]({{ cart.url }}) til i morgen kveld, _helt gratis_.",
        ),
        block("cart", quantity="Antall", total="Sum", empty="Kurven er tom nå, men døra er åpen."),
        block("button", label="Se på kurven min"),
    )


def of_answers():
    """Return the blocks that answer questions and show the goods."""
    return (
        block("heading", "asks", text="Det folk lurer på", settings={"level": 2}),
        block(
            "faq",
            text="Er de store eller små i størrelsen?\n"
            "De følger vanlig norsk størrelse. Er du mellom to, ta den største.\n\n"
            "Hva om de ikke passer?\nDu har {{ shop.return_days }} dager på deg, og returen er gratis.",
        ),
        block("list", text="Randsydd såle som kan byttes\nOkselær fra Toten\nFôr av norsk ull"),
        block("quote", text="Et par støvler skal vare lenger enn en telefon.", author="Marte, skomaker"),
        block(
            "image",
            alt="En cognacfarget fjellstøvel",
            caption="Jervskar, sydd på {{ shop.place }}",
            settings={"asset": "boot"},
        ),
        block(
            "product",
            title="Stiløpar lav",
            text="Den lette for gjørmete stier og våte mandager.",
            price="1 499 kr",
            label="Se på skoen",
            alt="En grønn stisko",
            settings={"asset": "trail", "url": "https://fjellvik.example/stilopar"},
        ),
    )


def of_trust():
    """Return the blocks that give a reason to believe and to come back."""
    return (
        block(
            "review", text="Tre vintre, to såler, null vondt i hælen.", author="Ingrid, Geilo", settings={"rating": 5}
        ),
        block(
            "guarantees",
            text="{{ shop.return_days }} dagers retur\nGratis tilbake, også etter en prøvetur.\n\n"
            "Fri frakt\nOver {{ shop.free_shipping_over }}.\n\nPå døra\nI løpet av {{ shop.delivery_days }} dager.",
        ),
        block(
            "discount",
            text="En liten takk for at du ser to ganger:",
            value="10 %",
            terms="Koden gjelder i {{ offer.hours }} timer, på alt i kurven.",
            settings={"code": "FJELLTUR10", "hours": 48},
        ),
    )


def of_closing():
    """Return the blocks with which a letter ends."""
    return (
        block("divider"),
        block("paragraph", "close", text="Lurer du på noe, er det bare å svare på denne e-posten. Den havner hos meg."),
        block("signature", text="Ha en fin kveld,\n{{ shop.signer }}", role="{{ shop.signer_role }}"),
        block("spacer", settings={"height": 16}),
        block("social", text="Følg verkstedet"),
        block(
            "footer",
            text="Du får denne fordi du la noe i kurven hos oss.",
            unsubscribe="Meld meg av",
            preferences="Endre hva jeg får",
        ),
    )


def project_of(*blocks, theme=MailTheme.LETTER, channel=Channel.EMAIL, brand=BRAND, variants=None):
    """Return a project with one message of these blocks; e-mails have the one variant `a`."""
    if variants is None:
        first = Variant(
            "a",
            "A",
            subject=localized(nb="Støvlene dine står ved døra"),
            preheader=localized(nb="Rett der du satte dem."),
        )
        variants = (first,) if channel is Channel.EMAIL else ()
    message = Message(
        "m",
        "Mild påminnelse",
        channel,
        Angle.REMINDER,
        blocks=tuple(b.id for b in blocks),
        variants=tuple(variant.id for variant in variants),
        theme=theme,
    )
    assets = ASSETS.update({key: replace(held, alt=localized(nb=ALTS[key])) for key, held in ASSETS.items()})
    return Project(
        "p",
        "Fjellvik",
        brand=brand,
        messages=Map(m=message),
        blocks=Map({b.id: b for b in blocks}),
        variants=Map({variant.id: variant for variant in variants}),
        assets=assets,
    )


def rendered(*blocks, dialect=KARI, language="nb", variant="", marked=False, **project):
    """Return the message of these blocks as Kari reads it."""
    of_these = project_of(*blocks, **project)
    return render(of_these, "s", "m", variant, language, dialect, picture, marked=marked)


def picture(digest):
    """Return where a test's picture would lie."""
    return beside(f"{digest}.png")


def found(message):
    """Return the ids of what rendering remarked on."""
    return [finding.id for finding in message.findings]
