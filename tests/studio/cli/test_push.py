"""`push` on the command line: what it prints, where it refuses, how it ends."""

from dataclasses import replace
from itertools import count

import pytest

from studio.cli.selection import sequences
from studio.edits import texts
from studio.errors import WrongUse
from studio.store.archive.reading import read_fabel
from studio.store.archive.writing import write_fabel
from tests.fakes.activecampaign import ActiveCampaign
from tests.fakes.brevo import Brevo


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


@pytest.fixture
def two_accounts(fabel, cart, serve, request):
    """Return a function that pushes to the first or second of two accounts of one login, with one key for both."""
    kind = request.param
    fakes = [kind(), kind()]
    for fake in fakes:
        serve(fake)
    if kind is Brevo:
        fakes[1].account = {**fakes[1].account, "organization_id": "another-organization"}
    else:
        fakes[1].numbers = count(501)
    name = kind.__name__.lower()
    key = {f"FABEL_{name.upper()}_KEY": fakes[0].key}

    def call(which):
        return fabel("push", name, cart, "--language", "nb", "--base-url", fakes[which].url, "--json", **key)

    return call


@pytest.mark.parametrize("two_accounts", [ActiveCampaign, Brevo], indirect=True)
def test_two_accounts_of_one_login_are_never_taken_for_one(two_accounts):
    first, second, third = (two_accounts(which) for which in (0, 1, 0))
    assert (first.code, second.code, third.code) == (0, 0, 0)
    made = [{thing["action"] for thing in ran.json["things"]} for ran in (first, second, third)]
    assert made == [{"created"}, {"created"}, {"unchanged"}]


@pytest.fixture
def changed_there(pushed, klaviyo_fake):
    """Push, and let somebody change the subject of... a template at the service; return the template."""
    assert pushed("--language", "nb").code == 0
    template = next(iter(klaviyo_fake.templates.values()))
    template["html"] = template["html"].replace("</body>", "<p>Added there.</p></body>")
    return template


def test_a_plan_holds_everything_that_a_person_should_know(pushed):
    plan = pushed("--dry-run", "--json").json
    assert {"account", "things", "losses", "drift", "loads", "warnings"} <= set(plan)
    assert {"kind", "today", "later", "cap", "said"} == set(plan["loads"][0])
    assert {"id", "place", "wanted", "becomes", "sequence", "language"} == set(plan["losses"][0])


def test_what_was_changed_at_the_service_is_told_three_ways(pushed, changed_there):
    ran = pushed("--language", "nb", "--dry-run", "--json")
    (drift,) = ran.json["drift"]
    assert {"name", "last", "theirs", "ours"} == set(drift["facets"][0])
    assert f"--keep {drift['key']}=ours" in pushed("--language", "nb", "--dry-run").err


def test_what_was_changed_there_stays_until_somebody_chooses(pushed, changed_there):
    assert pushed("--language", "nb").code == 0
    assert "Added there." in changed_there["html"]


@pytest.mark.parametrize("choose", [lambda key: ("--keep", f"{key}=ours"), lambda key: ("--keep-all", "ours")])
def test_our_words_stand_where_that_is_chosen(pushed, changed_there, choose):
    key = pushed("--language", "nb", "--dry-run", "--json").json["drift"][0]["key"]
    assert pushed("--language", "nb", *choose(key)).code == 0
    assert "Added there." not in changed_there["html"]


def test_a_choice_for_one_thing_stands_over_the_choice_for_all(pushed, changed_there):
    key = pushed("--language", "nb", "--dry-run", "--json").json["drift"][0]["key"]
    assert pushed("--language", "nb", "--keep-all", "ours", "--keep", f"{key}=theirs").code == 0
    assert "Added there." in changed_there["html"]


@pytest.mark.parametrize("word", ["nothing=ours", "flow=mine", "flow", "=ours"])
def test_a_choice_for_nothing_is_refused(pushed, word):
    assert pushed("--keep", word).code == 2


@pytest.fixture
def running(pushed, klaviyo_fake, cart):
    """Push, let somebody switch the flows on, and say something else from here; return what they say there."""
    assert pushed("--language", "nb").code == 0
    for flow in klaviyo_fake.flows.values():
        flow["status"] = "live"
    rewritten(cart, texts.block_text("offer-opening"), "Helt nye ord her")
    return lambda: str([copy["html"] for copy in klaviyo_fake.clones.values()])


def test_what_runs_is_told_with_the_words_for_a_choice(pushed, running):
    planned = pushed("--language", "nb", "--dry-run", "--json").json["drift"]
    assert [(one["key"], one["running"], one["changed"]) for one in planned] == [("flow", True, False)]
    said = pushed("--language", "nb").err
    assert "runs at the service: readers would get the change at once. Choose with --keep flow=ours" in said
    assert "Helt nye ord her" not in running()


def test_what_runs_gets_the_words_from_here_where_that_is_chosen(pushed, running):
    assert pushed("--language", "nb", "--keep", "flow=ours").code == 0
    assert "Helt nye ord her" in running()


def test_what_is_said_of_everything_does_not_reach_readers(pushed, running):
    assert "--keep flow=ours" in pushed("--language", "nb", "--keep-all", "ours").err
    assert "Helt nye ord her" not in running()


def test_what_runs_is_left_where_that_is_chosen_and_not_told_again(pushed, running):
    pushed("--language", "nb", "--keep", "flow=theirs")
    assert pushed("--language", "nb", "--dry-run", "--json").json["drift"] == []
    assert "Helt nye ord her" not in running()


def test_of_two_sequences_with_one_name_neither_is_taken(cart):
    opened = read_fabel(cart)
    project, (first, *_) = opened.project, opened.project.sequence_order
    twin = replace(project.sequences[first], id="twin", steps=())
    project = replace(project, sequences=project.sequences.set("twin", twin), sequence_order=(first, "twin"))
    assert [flow.id for flow in sequences(project, first)] == [first]
    with pytest.raises(WrongUse, match=f"{first}, twin"):
        sequences(project, twin.name)
