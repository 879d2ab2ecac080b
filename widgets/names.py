"""What the trade calls its angles, objections, beats, channels and themes, in one wording for every screen."""

from __future__ import annotations

from studio.i18n import N_
from studio.model.trade import Angle, Beat, Channel, MailTheme

CHANNELS: dict[Channel, str] = {
    Channel.EMAIL: N_("E-mail"),
    Channel.SMS: N_("SMS"),
    Channel.PUSH: N_("Push"),
    Channel.WHATSAPP: N_("WhatsApp"),
    Channel.VOICE: N_("Call"),
}
ANGLES: dict[Angle, str] = {
    Angle.REMINDER: N_("reminder"),
    Angle.REASSURANCE: N_("reassurance"),
    Angle.OBJECTION: N_("objection"),
    Angle.PROOF: N_("social proof"),
    Angle.STORY: N_("story"),
    Angle.INCENTIVE: N_("incentive"),
    Angle.URGENCY: N_("urgency"),
    Angle.FAREWELL: N_("farewell"),
}
BEATS: dict[Beat, str] = {
    Beat.NONE: N_("no beat"),
    Beat.HOOK: N_("hook"),
    Beat.STAKES: N_("stakes"),
    Beat.TURN: N_("turn"),
    Beat.PROOF: N_("proof"),
    Beat.CALL: N_("call to action"),
}
BEAT_LINES: dict[Beat, str] = {
    Beat.NONE: N_("it lies outside the story"),
    Beat.HOOK: N_("makes them read on"),
    Beat.STAKES: N_("what may be won or lost"),
    Beat.TURN: N_("the moment it looks different"),
    Beat.PROOF: N_("why they can believe it"),
    Beat.CALL: N_("what they shall do now"),
}
THEMES: dict[MailTheme, str] = {MailTheme.LETTER: N_("Letter"), MailTheme.SHOP: N_("Shop")}
OWN_NAMES: dict[str, str] = {
    "nb": "Norsk",
    "nn": "Nynorsk",
    "sv": "Svenska",
    "nl": "Nederlands",
    "en": "English",
    "da": "Dansk",
    "de": "Deutsch",
    "fr": "Français",
    "fi": "Suomi",
    "es": "Español",
}
"""Languages by their own names, as a person looks for them."""
FORMS: dict[str, tuple[str, str]] = {
    "nl": ("je", "u"),
    "de": ("du", "Sie"),
    "fr": ("tu", "vous"),
    "es": ("tú", "usted"),
}
"""How readers are addressed, informally and formally, in the language's own words."""
