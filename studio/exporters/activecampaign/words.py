"""What ActiveCampaign's automation editor calls things."""

from immutables import Map

from studio.exporters.byhand import Vocabulary
from studio.i18n import sentence
from studio.model.sequence import Event
from studio.model.trade import Channel

# The triggers of an automation; a shop must be connected for all that speak of carts and orders.
EVENT_NAMES: Map[Event, str] = Map(
    {
        Event.CART_ABANDONED: "Abandons cart",
        Event.PRODUCT_VIEWED: "Web page is visited",
        Event.SUBSCRIBED: "Subscribes to a list",
        Event.ORDER_PLACED: "Makes a purchase",
        Event.DATE_REACHED: "Date based",
        Event.UNSUBSCRIBED: "Unsubscribes from a list",
        Event.CLICKED: "Clicks a link in an email",
    }
)

VOCABULARY = Vocabulary(
    label="ActiveCampaign",
    create=sentence("Automations > Create an automation > Start from Scratch. Give it this name."),
    delay="Wait",
    condition="If/Else",
    percentage="Split",
    email="Send an email",
    pushed="Message",
    kind="message",
    channels=Map({Channel.SMS: "Send an SMS"}),
    events=EVENT_NAMES,
    chances=10,
    look=sentence(
        "They are in the account as messages. Where your editor does not offer them, make the e-mail with the words"
        " below."
    ),
    trigger=sentence("Add a start trigger"),
    exits=sentence("Add a Goal, or End this automation, for those who leave"),
    activate=sentence("Set the automation to active"),
    winner=sentence(
        "Choose “Split paths” for fixed shares, or “Split test” where ActiveCampaign shall find the winner."
    ),
)
