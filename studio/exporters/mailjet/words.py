"""What Mailjet's workflow builder calls things."""

from __future__ import annotations

from immutables import Map

from studio.exporters.byhand import Vocabulary
from studio.i18n import sentence
from studio.model.sequence import Event

EVENT_NAMES: Map[Event, str] = Map(
    {
        Event.SUBSCRIBED: "Subscription event",
        Event.DATE_REACHED: "Contact Property Update (CPU) event",
        Event.INACTIVE: "Contact Property Update (CPU) event",
        Event.ORDER_PLACED: "Contact Property Update (CPU) event",
        Event.ORDER_SHIPPED: "Contact Property Update (CPU) event",
        Event.CART_ABANDONED: "Contact Property Update (CPU) event",
        Event.CHECKOUT_STARTED: "Contact Property Update (CPU) event",
        Event.PRODUCT_VIEWED: "Contact Property Update (CPU) event",
    }
)

VOCABULARY = Vocabulary(
    label="Mailjet",
    create=sentence("Automations > Create a workflow. Give it this name; it needs a plan with Automation."),
    flow="workflow",
    delay="Block: Delay",
    condition="Block: Condition",
    email="Block: Send email",
    events=EVENT_NAMES,
    look=sentence("They are among your templates, those with an event's data among the transactional ones."),
    trigger=sentence("Set the Start Block"),
    exits=sentence("Add a Condition before each e-mail for those who shall leave"),
    activate=sentence("Activate the workflow"),
)
