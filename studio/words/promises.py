"""The words by which a sentence tells what its figures mean: offer, return, delivery, free shipping, per language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from immutables import Map


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=2048)
def _speaks(pattern: str, said: str) -> bool:
    return _compiled(rf"(?<!\w)(?:{pattern})").search(said) is not None


@dataclass(frozen=True, slots=True)
class Promises:
    """The patterns of one language, empty where it has none; `to` is the word between the ends of a range."""

    hours: str = ""
    days: str = ""
    working: str = ""
    to: str = ""
    offer: str = ""
    returns: str = ""
    shipping: str = ""
    free: str = ""

    def speaks(self, pattern: str, said: str) -> bool:
        """Tell whether a sentence has one of the words of a pattern; no pattern is in no sentence."""
        return bool(pattern) and _speaks(pattern, said)

    def hours_pattern(self, span: str) -> re.Pattern[str]:
        """Return the pattern of a number of hours; `span` is that of the number, with a place for `to`."""
        return _compiled(rf"{span.replace('{to}', self.to)}[ \u00a0-]?(?:{self.hours})(?!\w)")

    def days_pattern(self, span: str) -> re.Pattern[str]:
        """Return the pattern of a number of days, whose group `working` is set for working days."""
        days = rf"(?:(?P<working>{self.working})|(?:{self.days}))"
        return _compiled(rf"{span.replace('{to}', self.to)}[ \u00a0-]?{days}(?!\w)")


_NB_OFFER = "kode|rabatt|tilbud|avslag|virker|gyldig|gave"
PROMISES: Map[str, Promises] = Map(
    {
        "nb": Promises(
            *("timer?|timers", "dag(?:er|ers)?", "virkedag(?:er)?|hverdager", "til", _NB_OFFER),
            r"retur|angre|ombestem|åpent kjøp|bytte|send\w* (?:\w+ ){0,2}tilbake|finne ut",
            *("frakt|lever|porto|sending", "gratis|fri\\b|over|koster ingenting"),
        ),
        "nn": Promises(
            *(
                "timar|time",
                "dag(?:ar|ars)?",
                "(?:vyrke|verke|kvar)dag(?:ar)?",
                "til",
                "kode|rabatt|tilbod|avslag|verkar",
            ),
            r"retur|angre|ombestem|ope kjøp|byte|send\w* (?:\w+ ){0,2}(?:attende|tilbake)|finne ut",
            *("frakt|lever|porto|sending", "gratis|fri\\b|over|kostar ingenting"),
        ),
        "sv": Promises(
            *("timm(?:ar|e|ars)", "dag(?:ar|ars)?", "arbetsdag(?:ar)?|vardag(?:ar)?", "till"),
            *(
                "kod|rabatt|erbjud|gäller|giltig",
                r"retur|ångra|öppet köp|byta|skicka\w* (?:\w+ ){0,2}tillbaka|bestämma",
            ),
            *("frakt|lever|porto", "gratis|fri(?:tt)?\\b|över|betalar vi|kostar ingenting|bjuder"),
        ),
        "da": Promises(
            *(
                "timer?|timers",
                "dag(?:e|es)?",
                "hverdag(?:e)?|arbejdsdag(?:e)?",
                "til",
                "kode|rabat|tilbud|gælder|gyldig",
            ),
            r"retur|fortryd|ombestem|bytte|send\w* (?:\w+ ){0,2}(?:tilbage|retur)|finde ud",
            *("fragt|lever|porto|forsend", "gratis|fri\\b|over|koster ingenting"),
        ),
        "nl": Promises(
            *("uur|uren", "dag(?:en)?", "werkdag(?:en)?", "tot|à", "code|korting|aanbieding|actie|geldig"),
            r"retour|terugst|bedenk|ruil|stuur\w* (?:\w+ ){0,4}terug|tegenval|vanaf",
            *("verzend|bezorg|porto|lever", "gratis|boven|vervallen|vanaf|voor onze rekening"),
        ),
        "en": Promises(
            *("hours?", "days?", "(?:working|business) days?", "to", "codes?|discount|offer|off|valid|save"),
            r"return|refund|money back|send (?:\w+ ){0,3}back|(?:chang\w*|make up) your mind|comes? back|think better",
            *("deliver|shipp|postage", "free|over|above|ours|nothing"),
        ),
        "de": Promises(
            *(
                "Stunden?",
                "Tag(?:en?)?",
                "Werktag(?:en?)?|Arbeitstag(?:en?)?",
                "bis",
                "code|rabatt|angebot|gutschein|gilt|gültig",
            ),
            r"rück|retour|umtausch|widerruf|zurück|überleg",
            *("versand|liefer|porto", "frei|kostenlos|gratis|ab|über|übernehmen"),
        ),
        "fr": Promises(
            *("heures?|h", "jours?", "jours? (?:ouvrés?|ouvrables?)", "à", "code|remise|réduction|offre|valable"),
            r"retour|renvo|rembours|chang\w* d[’']avis|rétract|échang",
            *("livraison|port|expédition", "gratuit|offert|dès|à partir|au-dessus|au-delà"),
        ),
        "fi": Promises(
            *("tunti(?:a)?|tunnin", "päivä(?:ä|n)?", "arkipäivä(?:ä|n|ssä)?", "–", "koodi|alennu|tarjou|voimassa"),
            r"palau|perua|katu|vaihta",
            *("toimitu|posti|rahti", "ilmai|yli|maksuton|maksutta"),
        ),
        "es": Promises(
            *("horas?|h", "días?", "días? (?:laborables?|hábiles?)", "a", "código|descuento|oferta|válido|vale"),
            r"devol|devuelv|reembols|cambi\w* de (?:idea|opinión)|desist",
            *("envío|entrega|portes", "gratis|gratuit|a partir|más de|superior"),
        ),
    }
)
