"""The shapes of the bodies that ActiveCampaign takes, as far as they are described."""

from __future__ import annotations

from tests.fakes.validate import flag, list_of, one_of, record, text, whole

NAME = text(least=1)
ADDRESS = text(r"\S+@\S+\.\S+")

# A new message takes no name and no words; the description calls the sender's address `email`, its example `fromemail`.
MESSAGE = record(
    {
        "message*": record(
            {
                "fromname*": NAME,
                "email*": ADDRESS,
                "fromemail": ADDRESS,
                "reply2*": ADDRESS,
                "subject": text(),
                "preheader_text": text(),
            }
        )
    }
)
MESSAGE_CHANGE = record(
    {
        "message*": record(
            {
                "fromname": NAME,
                "fromemail": ADDRESS,
                "reply2": ADDRESS,
                "subject": text(),
                "preheader_text": text(),
                "name": text(),
                "text": text(),
                "html": text(),
            }
        )
    }
)

_KINDS = one_of("single", "split", "recurring", "responder", "reminder", "activerss", "text", "auto")
CAMPAIGN = record({"name*": NAME, "type*": _KINDS, "canSplitContent": flag})
CAMPAIGN_CHANGE = record(
    {
        "name": NAME,
        "type": _KINDS,
        "canSplitContent": flag,
        "segmentId": NAME,
        "addressId": whole(1),
        "listIds": list_of(whole(1)),
        "scheduledDate": NAME,
        "splitType": one_of("even", "read", "click"),
        "splitWinnerWaitPeriod": whole(1),
        "splitWinnerWaitPeriodType": one_of("hour", "day", "week", "month"),
    }
)
