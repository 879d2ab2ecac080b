"""`push` on the command line: what it prints, where it refuses, how it ends."""

import pytest

from studio.edits import texts
from studio.store.archive.reading import read_fabel
from studio.store.archive.writing import write_fabel


@pytest.fixture
def pushed(fabel, cart, klaviyo_fake):
    """Return a function that pushes the cart to the fake."""

    def call(*more, key=klaviyo_fake.key):
        environment = {"FABEL_KLAVIYO_KEY": key} if key else {}
        return fabel("push", "klaviyo", cart, "--base-url", klaviyo_fake.url, *more, **environment)

    return call


def rewritten(path, spoken, words):
    opened = read_fabel(path)
    write_fabel(path, texts.write(opened.project, spoken, "nb", words), opened.content.__getitem__)


def test_twice_makes_everything_once(pushed, klaviyo_fake):
    first, second = pushed("--json"), pushed("--json")
    assert (first.code, second.code) == (0, 0)
    assert {thing["action"] for thing in second.json["things"]} == {"unchanged"}
    assert (len(klaviyo_fake.flows), klaviyo_fake.live) == (2, [])


def test_every_thing_tells_what_happened_its_id_and_why(pushed):
    things = pushed("--json").json["things"]
    assert {"sequence", "language", "key", "kind", "name", "action", "remote_id", "reason"} <= set(things[0])
    assert all(thing["remote_id"] and thing["reason"] for thing in things)


def test_a_dry_run_sends_nothing(pushed, klaviyo_fake, cart):
    ran = pushed("--dry-run", "--json")
    assert {thing["action"] for thing in ran.json["things"] if thing["kind"] != "image"} == {"created"}
    assert [call for call in klaviyo_fake.requests if call.method != "GET"] == []


def test_losses_are_said_before_anything_is_sent(pushed):
    foreseen, done = pushed("--dry-run").err, pushed().err
    lost = "cart-classic/nb: Entry conditions are asked once → "
    assert lost in foreseen
    assert done.index(lost) < done.index("Working on")


def test_a_dry_run_foresees_what_the_push_does(pushed):
    foreseen, done = pushed("--dry-run", "--json"), pushed("--json")
    told = [[(thing["key"], thing["action"]) for thing in ran.json["things"]] for ran in (foreseen, done)]
    assert told[0] == told[1]


def test_the_key_stands_in_no_output_and_no_journal(pushed, klaviyo_fake, cart):
    ran = pushed()
    journal = cart.with_name("cart.fabel.journal").read_text("utf-8")
    assert klaviyo_fake.key not in ran.out + ran.err + journal


def test_without_a_key_one_sentence_says_where_to_put_it(pushed):
    ran = pushed(key="")
    assert ran.code == 1
    assert "FABEL_KLAVIYO_KEY" in ran.err


def test_a_wrong_key_is_said_in_a_sentence(pushed):
    ran = pushed(key="pk_wrong")
    assert ran.code in (1, 3)
    assert "key" in ran.err


def test_an_error_in_the_copy_is_never_pushed_unasked(pushed, cart, klaviyo_fake):
    rewritten(cart, texts.block_text("offer-opening"), "{{ shop.nowhere }}")
    ran = pushed()
    assert ran.code == 1
    assert "--force" in ran.err
    assert klaviyo_fake.requests == []


def test_force_pushes_all_the_same(pushed, cart, klaviyo_fake):
    rewritten(cart, texts.block_text("offer-opening"), "{{ shop.nowhere }}")
    assert pushed("--force").code == 0
    assert len(klaviyo_fake.flows) == 2


def test_a_file_target_is_no_place_to_push_to(fabel, cart):
    assert fabel("push", "html", cart, FABEL_HTML_KEY="x").code == 2


@pytest.mark.parametrize("url", ["http://shop.example", "https://user@shop.example", "nonsense"])
def test_a_key_is_sent_to_no_unsafe_address(fabel, cart, url):
    assert fabel("push", "klaviyo", cart, "--base-url", url, FABEL_KLAVIYO_KEY="x").code in (1, 2)


def test_brevo_takes_templates(fabel, cart, brevo_fake):
    ran = fabel("push", "brevo", cart, "--base-url", brevo_fake.url, "--json", FABEL_BREVO_KEY=brevo_fake.key)
    assert ran.code == 0, ran.err
    assert len(brevo_fake.templates) == len([thing for thing in ran.json["things"] if thing["kind"] == "template"])
