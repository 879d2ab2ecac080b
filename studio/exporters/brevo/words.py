"""What Brevo's automation editor calls things."""

from immutables import Map

from studio.exporters.byhand import Vocabulary
from studio.i18n import sentence
from studio.model.sequence import Event
from studio.model.trade import Channel

# What Brevo's own tracker calls these events; a shop that sends events of its own may name them otherwise.
EVENT_NAMES: Map[Event, str] = Map(
    {
        Event.CART_ABANDONED: "cart_updated",
        Event.CHECKOUT_STARTED: "cart_updated",
        Event.ORDER_PLACED: "order_completed",
    }
)

VOCABULARY = Vocabulary(
    label="Brevo",
    create=sentence("Automations > Create an automation > from scratch. Give it this name."),
    delay="Rule: Time delay",
    condition="Rule: Conditional split",
    percentage="Rule: Percentage split",
    email="Action: Send an email",
    channels=Map(
        {
            Channel.SMS: "Action: Send an SMS",
            Channel.WHATSAPP: "Action: Send a WhatsApp message",
            Channel.PUSH: "Action: Send a web push notification",
        }
    ),
    events=EVENT_NAMES,
    look=sentence("Templates arrive inactive, and an automation offers only active ones: activate them."),
    activate=sentence("Activate the automation"),
)
