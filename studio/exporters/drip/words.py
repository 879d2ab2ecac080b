"""What Drip's workflow builder calls things."""

from __future__ import annotations

from immutables import Map

from studio.exporters.byhand import Vocabulary
from studio.i18n import sentence
from studio.model.sequence import Event

# As Drip's Shopper Activity and its own tracker name them; a shop's own events may be called otherwise.
EVENT_NAMES: Map[Event, str] = Map(
    {
        Event.CHECKOUT_STARTED: "Started a checkout",
        Event.PRODUCT_VIEWED: "Viewed a product",
        Event.ORDER_PLACED: "Placed an order",
        Event.ORDER_SHIPPED: "Fulfilled an order",
        Event.SUBSCRIBED: "Submitted a form",
    }
)

VOCABULARY = Vocabulary(
    label="Drip",
    create=sentence("Workflows > Workflows > New Workflow. Give it this name."),
    flow="workflow",
    delay="Delay",
    condition="Decision",
    percentage="Split Test",
    email="Action: Send an email",
    pushed="Single-Email Campaign",
    kind="broadcast",
    chances=5,
    meets=True,
    events=EVENT_NAMES,
    look=sentence(
        "They arrive as drafts to everybody: choose the people before you use one. A workflow holds e-mails of its own,"
        " so their words stand below as well."
    ),
    exits=sentence("Add a Goal at the end of the workflow, and an Exit below it"),
    activate=sentence("Turn the workflow on when everything is right"),
    winner=sentence("Look at the results of the Split Test later, and click Declare Winner for the better path."),
)
