"""What MailerLite's automation editor calls things."""

from immutables import Map

from studio.exporters.byhand import Vocabulary
from studio.i18n import sentence
from studio.model.sequence import Event

# The triggers of an automation; a shop must be connected for all that speak of carts and orders.
EVENT_NAMES: Map[Event, str] = Map(
    {
        Event.CART_ABANDONED: "Abandoned cart",
        Event.SUBSCRIBED: "Joins a group",
        Event.ORDER_PLACED: "Buys any product",
        Event.DATE_REACHED: "The anniversary of a date",
        Event.CLICKED: "Clicks a link",
    }
)

VOCABULARY = Vocabulary(
    label="MailerLite",
    create=sentence(
        "Automations > Create automation > Start from scratch. Give it this name. The plus sign adds a step."
    ),
    delay="Delay",
    condition="Condition",
    percentage="A/B test",
    email="Email",
    pushed="Draft",
    kind="draft",
    events=EVENT_NAMES,
    look=sentence(
        "They are under Campaigns > Drafts. An e-mail of the automation can begin from one of them, or from the HTML"
        " below."
    ),
    trigger=sentence("Choose the workflow trigger"),
    exits=sentence("Set in the trigger's settings, or by a Condition before each e-mail, who leaves"),
    activate=sentence("Activate the automation"),
)
