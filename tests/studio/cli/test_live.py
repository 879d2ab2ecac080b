"""`live` on the command line: only what was pushed, only by its name, and never in a push."""

import pytest


@pytest.fixture
def live(fabel, cart, kept):
    """Push the Norwegian cart, and return a function that asks to switch it on."""
    kept()
    assert fabel("push", "klaviyo", cart, "--language", "nb").code == 0

    def call(*more):
        return fabel("live", "klaviyo", cart, "--language", "nb", *more)

    return call


def test_without_a_confirmation_it_only_says_what_could_go_live(live, klaviyo_fake):
    ran = live("--json")
    assert (ran.code, klaviyo_fake.live) == (0, [])
    (one,) = ran.json["ready"]
    assert one["confirm"]
    assert one["confirm"] in live().err


def test_the_name_typed_once_more_switches_it_on(live, klaviyo_fake):
    name = live("--json").json["ready"][0]["confirm"]
    ran = live("--confirm", name, "--json")
    assert ran.code == 0, ran.err
    assert [one["remote_id"] for one in ran.json["live"]] == list(klaviyo_fake.flows)
    assert klaviyo_fake.live


def test_another_name_switches_nothing_on(live, klaviyo_fake):
    ran = live("--confirm", "Something else")
    assert (ran.code, klaviyo_fake.live) == (1, [])


def test_what_was_never_pushed_cannot_go_live(fabel, cart, kept):
    kept()
    ran = fabel("live", "klaviyo", cart, "--confirm", "x")
    assert ran.code == 1
    assert "Nothing of this was pushed" in ran.err


def test_a_file_target_never_goes_live(fabel, cart):
    assert fabel("live", "html", cart).code == 2
