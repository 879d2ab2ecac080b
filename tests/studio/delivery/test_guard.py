import pytest

from studio.delivery.guard import WouldGoLive, check

HARMLESS = [
    {"status": "draft"},
    {"status": "disabled"},
    {"isActive": False, "scheduledAt": None},
    {"text": "status: live, scheduledAt tomorrow", "enabled": True},
    {"consent_status": {"subscription": "subscribed"}, "smart_sending_enabled": True},
    [{"winner": "manual"}],
    None,
]
LIVE = [
    {"status": "live"},
    {"status": "manual"},
    {"data": {"attributes": {"status": "Live"}}},
    {"actions": [{"data": {"status": "live"}}]},
    {"experiment_status": "live"},
    {"isActive": True},
    {"is_active": 1},
    {"isEnabled": "true"},
    {"scheduledAt": "2026-12-01"},
    {"a": [[{"schedule": {"at": 1}}]]},
    {"sendOn": "2026-12-01"},
]


@pytest.mark.parametrize("body", HARMLESS)
def test_drafts_pass(body):
    check("POST", "/api/flows?x=send", body)


@pytest.mark.parametrize("body", LIVE)
def test_whatever_goes_live_is_refused(body):
    with pytest.raises(WouldGoLive):
        check("PATCH", "/api/flows/1", body)


@pytest.mark.parametrize(
    "path",
    [
        "/emailCampaigns/1/sendNow",
        "/api/campaign-send-jobs/",
        "/automations/1/enable",
        "/x/publish?a=b",
        "/smtp/templates/1/sendTest",
        "/campaigns/1/actions/schedule",
        "/email-ab/1/ab-test/start",
    ],
)
def test_doors_that_send_are_refused(path):
    with pytest.raises(WouldGoLive, match="more than make a draft"):
        check("POST", path, {})


@pytest.mark.parametrize("path", ["/smtp/templates", "/api/flows", "/senders", "/messages", "/automations/1/blocks"])
def test_ordinary_doors_are_open(path):
    check("PUT", path, {})


def test_nothing_is_ever_deleted():
    with pytest.raises(WouldGoLive):
        check("DELETE", "/api/flows/1", None)
