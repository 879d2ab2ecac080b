from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from studio.delivery.accounts import Account
from studio.delivery.consignment import deliver, foresee, packed
from studio.delivery.gate import gate
from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.lookup import Lookup
from studio.delivery.pace import Timing
from studio.delivery.report import Action
from studio.edits import texts
from studio.errors import StudioError
from studio.exporters.options import parse_options
from studio.exporters.registry import exporter
from studio.exporters.works import works
from studio.i18n import NullTranslator
from studio.model.findings import Severity
from studio.model.journal import Entry, Flow, State
from studio.tasks import Unheard
from tests.fakes.faults import Fault
from tests.journeys.desk import planted
from tests.studio.delivery.memory import MemoryJournal

ACCOUNT = Account("klaviyo", "Fjellvik").id


class Heard(Unheard):
    def __init__(self):
        self.counts = []

    def said(self, sentence, done, total):
        self.counts.append((done, total))


@dataclass
class Sender:
    """Pushes two languages of one flow to the fake, with time that passes only by sleeping."""

    fake: object
    project: object
    content: dict
    journal: object
    now: float = 0.0

    def sleep(self, seconds):
        self.now += seconds

    def client(self):
        timing = Timing(lambda: self.now, self.sleep, lambda: 0.0)
        return Client(exporter("klaviyo").service, Secret(self.fake.key), self.fake.url, timing)

    def parcels(self):
        target = exporter("klaviyo")
        flows = {self.project.sequence_order[0]: ("nb", "sv")}
        some = works(self.project, flows, self.content.__getitem__, NullTranslator())
        return packed(target, parse_options(target, []), some)

    def foresee(self, *, read=True):
        with self.client() as client:
            lookup = Lookup(client) if read else None
            return foresee(self.parcels(), client.service, ACCOUNT, self.journal, lookup)

    def deliver(self, progress=None):
        with self.client() as client:
            return deliver(self.parcels(), client, ACCOUNT, self.journal, progress or Unheard())


@pytest.fixture(scope="module")
def planted_cart():
    return planted("cart-classic", "nb", "sv")


@pytest.fixture
def sender(planted_cart, klaviyo_fake):
    return Sender(klaviyo_fake, *planted_cart, MemoryJournal())


def told(outcome):
    return [(told.flow.language, told.thing.key, told.thing.action) for told in outcome.told]


def test_two_languages_go_as_one_delivery(sender, klaviyo_fake):
    done = sender.deliver()
    assert done.trouble is None
    assert len(klaviyo_fake.flows) == 2
    assert {language for language, _, _ in told(done)} == {"nb", "sv"}


@pytest.mark.parametrize("read", [True, False])
def test_what_is_foreseen_is_what_happens(sender, read):
    assert told(sender.foresee(read=read)) == told(sender.deliver())


def test_a_picture_that_the_first_flow_brings_is_no_news_for_the_second(sender):
    pictures = [thing for thing in sender.foresee().told if thing.thing.kind == "image"]
    assert [each.thing.action for each in pictures[len(pictures) // 2 :]] == [Action.UNCHANGED] * (len(pictures) // 2)


def already_made(journal, kind, count):
    flow, at = Flow(ACCOUNT, "p1", "other", "nb"), datetime.now(UTC).isoformat(timespec="seconds")
    for number in range(count):
        for state in (State.SENT, State.DONE):
            journal.write(flow, Entry(f"{kind}:{number}", kind, state, "d", f"{number}", f"{kind}{number}", at=at))


def test_the_flows_of_one_push_share_what_the_service_takes_in_a_day(sender, klaviyo_fake):
    already_made(sender.journal, "flow", 99)
    foreseen = sender.foresee()
    assert [str(load.said()) for load in foreseen.loads if load.kind == "flow"] == [
        "1 today, 1 more tomorrow (at most 100 a day)."
    ]
    flows = [each.thing.action for each in foreseen.told if each.thing.kind == "flow"]
    assert flows == [Action.CREATED, Action.SKIPPED]
    sender.deliver()
    assert len(klaviyo_fake.flows) == 1


@pytest.mark.parametrize("read", [True, False])
def test_a_picture_of_two_flows_is_counted_once(sender, klaviyo_fake, read):
    loads = {load.kind: load.today for load in sender.foresee(read=read).loads}
    sender.deliver()
    assert loads == {"image": len(klaviyo_fake.images), "template": 6, "flow": 2}


def test_two_clients_with_flows_of_one_preset_never_share_a_thing(sender, klaviyo_fake):
    sender.deliver()
    before = {id_: dict(flow) for id_, flow in klaviyo_fake.flows.items()}
    olsen = replace(sender.project, id="olsen", name="Olsen")
    other = replace(sender, project=olsen)
    assert {action for _, key, action in told(other.foresee()) if not key.startswith("image")} == {Action.CREATED}
    assert other.deliver().trouble is None
    assert len(klaviyo_fake.flows) == 4
    assert {id_: klaviyo_fake.flows[id_] for id_ in before} == before
    assert {action for _, _, action in told(sender.foresee())} == {Action.UNCHANGED}


def test_the_count_goes_on_over_the_flows(sender):
    heard = Heard()
    sender.deliver(heard)
    total = len(sender.parcels()[0].bundle.requests) * 2
    assert [done for done, of in heard.counts if of] == sorted(done for done, of in heard.counts if of)
    assert heard.counts[-1] == (total, total)


def test_after_a_trouble_the_next_flow_is_left_alone(sender, klaviyo_fake):
    klaviyo_fake.faults.on("POST", "/api/flows", Fault.ERROR_BEFORE, times=0)
    done = sender.deliver()
    assert done.trouble is not None
    assert {language for language, _, _ in told(done)} == {"nb"}
    klaviyo_fake.faults.clear()
    assert sender.deliver().trouble is None


def test_what_the_first_flow_brought_is_told_where_the_second_cannot_begin(sender, klaviyo_fake):
    first, second = sender.parcels()
    (broken,) = packed(
        exporter("klaviyo"), parse_options(exporter("klaviyo"), ["trigger_metric=Nowhere"]), [second.work]
    )
    with sender.client() as client:
        done = deliver((first, broken), client, ACCOUNT, sender.journal, Unheard())
    assert "Nowhere" in str(done.trouble)
    assert {(language, action) for language, _, action in told(done)} == {("nb", Action.CREATED)}
    assert len(klaviyo_fake.flows) == 1


def test_where_the_first_flow_cannot_begin_nothing_is_told(sender, klaviyo_fake):
    first, second = sender.parcels()
    (broken,) = packed(
        exporter("klaviyo"), parse_options(exporter("klaviyo"), ["trigger_metric=Nowhere"]), [first.work]
    )
    with sender.client() as client, pytest.raises(StudioError, match="Nowhere"):
        deliver((broken, second), client, ACCOUNT, sender.journal, Unheard())
    assert klaviyo_fake.flows == {}


def test_the_plan_says_how_many_sentences_are_others(sender):
    sender.deliver()
    spoken = texts.block_text("offer-opening")
    sender.project = texts.write(sender.project, spoken, "nb", "Helt nye ord.")
    news = [str(one.thing.news) for one in sender.foresee().told if one.thing.news]
    assert any(said.endswith(("sentence", "sentences")) for said in news)


def test_the_gate_counts_what_the_reader_would_see(planted_cart):
    project, _ = planted_cart
    flows = {project.sequence_order[0]: ("nb",)}
    assert gate(project, flows).is_open
    broken = texts.write(project, texts.block_text("offer-opening"), "nb", "{{ shop.nowhere }}")
    assert gate(broken, flows).count(Severity.ERROR) >= 1
    assert not gate(broken, flows).is_open
