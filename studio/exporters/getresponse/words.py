"""What GetResponse's workflow editor calls things."""

from __future__ import annotations

from immutables import Map

from studio.exporters.byhand import Vocabulary
from studio.i18n import sentence
from studio.model.sequence import Event
from studio.model.trade import Channel

EVENT_NAMES: Map[Event, str] = Map(
    {
        Event.CART_ABANDONED: "Cart abandoned",
        Event.CHECKOUT_STARTED: "Cart abandoned",
        Event.PRODUCT_VIEWED: "Visited URL",
        Event.SUBSCRIBED: "Subscribed via",
        Event.ORDER_PLACED: "Purchase",
        Event.DATE_REACHED: "Special date",
        Event.CLICKED: "Link clicked",
    }
)

VOCABULARY = Vocabulary(
    label="GetResponse",
    create=sentence("Automation > Create workflow > Build from scratch. Give it this name."),
    flow="workflow",
    delay="Action: Wait",
    condition="Filter: Dynamic segment",
    percentage="Filter: Splitter",
    email="Action: Send message",
    pushed="Newsletter",
    kind="newsletter",
    channels=Map({Channel.SMS: "Action: Send SMS"}),
    events=EVENT_NAMES,
    meets=True,
    look=sentence("They are drafts among your newsletters. A workflow has messages of its own: make them from these."),
    trigger=sentence("Add the condition that starts it"),
    exits=sentence("Add the conditions that take people out, with the action Remove from workflow"),
    activate=sentence("Publish the workflow"),
    winner=sentence("Compare the messages in the workflow's statistics, and give the better one everybody later."),
)
