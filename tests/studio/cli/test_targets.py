"""`targets`: every target with what it takes, as a list, as JSON and as the page of the documentation."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROMISED = [
    "klaviyo",
    "brevo",
    "omnisend",
    "hubspot",
    "mailchimp",
    "activecampaign",
    "mailerlite",
    "customerio",
    "sendgrid",
    "mailjet",
    "drip",
    "getresponse",
    "webhook",
    "html",
    "eml",
    "mjml",
    "json",
    "csv",
    "xlsx",
]


def test_every_promised_target_is_there(fabel):
    listed = fabel("targets").out.splitlines()
    assert set(PROMISED) <= {line.split()[0] for line in listed}


def test_json_tells_capabilities_notes_and_options(fabel):
    told = {target["name"]: target for target in json.loads(fabel("targets", "--json").out)["targets"]}
    assert told["klaviyo"]["capabilities"]["flow"] == "yes"
    assert told["brevo"]["capabilities"]["flow"] == "by_hand"
    assert "profile" in {option["key"] for option in told["klaviyo"]["options"]}


def test_the_page_of_the_documentation_is_what_the_command_says(fabel):
    assert (ROOT / "docs" / "services.md").read_text("utf-8") == fabel("targets", "--markdown").out
