"""What Mailchimp's automation editor calls things."""

from immutables import Map

from studio.exporters.byhand import Vocabulary
from studio.i18n import sentence
from studio.model.sequence import Event
from studio.model.trade import Channel

# The triggers of an automation flow; a shop must be connected for all that speak of carts and orders.
EVENT_NAMES: Map[Event, str] = Map(
    {
        Event.CART_ABANDONED: "Abandoned cart",
        Event.CHECKOUT_STARTED: "Abandoned checkout",
        Event.PRODUCT_VIEWED: "Viewed product",
        Event.SUBSCRIBED: "Signs up for email",
        Event.ORDER_PLACED: "Buys any product",
        Event.DATE_REACHED: "Specific date",
    }
)

VOCABULARY = Vocabulary(
    label="Mailchimp",
    create=sentence(
        "Automations > Build from scratch (an automation flow, once called Customer Journey). Give it this name; every"
        " step comes from “Add a journey point”."
    ),
    flow="automation flow",
    delay="Time delay",
    condition="Conditional split (If/Else)",
    percentage="Percentage split",
    email="Send email",
    pushed="Template",
    channels=Map({Channel.SMS: "Send SMS"}),
    events=EVENT_NAMES,
    look=sentence("They are under Templates. An e-mail of the flow copies its template: choose it there by its name."),
    trigger=sentence("Choose a trigger"),
    exits=sentence("Set in the flow's settings when a contact leaves it"),
    activate=sentence("Turn the flow on"),
)
