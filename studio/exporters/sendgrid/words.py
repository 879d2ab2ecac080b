"""What SendGrid's automation editor calls things."""

from studio.exporters.byhand import Vocabulary
from studio.i18n import sentence

VOCABULARY = Vocabulary(
    label="SendGrid",
    create=sentence(
        "Marketing > Automations > Create an Automation > Custom. Give it this name, a sender and an unsubscribe group."
    ),
    flow="Automation",
    delay="Time until the next email",
    condition="Segment",
    email="Add another email",
    pushed="Dynamic template",
    ways=0,
    apart=True,
    look=sentence(
        "They are under Email API > Dynamic Templates. Your shop sends them through the mail API, with the data of the"
        " event and the number of an unsubscribe group, which the links below the e-mail need. An automation takes the"
        " same words with its code editor, but no data of an event."
    ),
    trigger=sentence("Choose the entry criteria"),
    exits=sentence("Let the shop take contacts out of the list or segment"),
    activate=sentence("Set the automation live; after that nothing in it can be changed"),
)
