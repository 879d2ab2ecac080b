"""What Customer.io's automation builder calls things, and the steps that its two pushes need."""

from __future__ import annotations

from immutables import Map

from studio.exporters.base import SheetStep
from studio.exporters.byhand import Vocabulary
from studio.i18n import sentence
from studio.model.sequence import Event
from studio.model.trade import Channel

# What shops usually send as events; a shop's own may be called otherwise.
EVENT_NAMES: Map[Event, str] = Map(
    {
        Event.CART_ABANDONED: "cart_updated",
        Event.CHECKOUT_STARTED: "checkout_started",
        Event.PRODUCT_VIEWED: "product_viewed",
        Event.ORDER_PLACED: "order_placed",
        Event.ORDER_SHIPPED: "order_shipped",
    }
)

VOCABULARY = Vocabulary(
    label="Customer.io",
    create=sentence(
        "Automations > Create automation. Give it exactly this name: by the mark in it Fabel finds its e-mails again."
    ),
    flow="automation",
    delay="Time Delay",
    condition="True/False Branch",
    percentage="Random Cohort Branch",
    email="Email",
    pushed=sentence("Name of the e-mail"),
    kind="action",
    channels=Map(
        {
            Channel.SMS: "Twilio SMS",
            Channel.PUSH: "Push notification",
            Channel.WHATSAPP: "WhatsApp",
        }
    ),
    events=EVENT_NAMES,
    chances=0,
    meets=True,
    look=sentence("Their words are written by Fabel: look at each of them once."),
    trigger=sentence("Set the trigger"),
    exits=sentence("Set the exit conditions, or a goal"),
    activate=sentence("Review the automation and start it"),
    drafts="newsletter",
    winner=sentence("Compare the cohorts in the automation's metrics, and give the better one everybody later."),
)

FILL = SheetStep(
    "fill",
    sentence("Push once more to fill the e-mails"),
    (
        sentence(
            "Make each e-mail with the code editor, give it exactly the name beside its step, and leave it empty."
        ),
        sentence(
            "Then push with “Fill the automation's e-mails” switched on: Fabel finds them and writes their words."
        ),
    ),
)
"""The step that tells how the second push works."""
