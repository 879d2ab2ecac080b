"""A flow is fetched with its templates, wherever the account gives them out, and with the names it refers to."""

import pytest

from studio.delivery.http import Client
from studio.delivery.imports.klaviyo import import_flow, read_document, read_flows
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.errors import StudioError
from studio.exporters.klaviyo.service import SERVICE
from studio.model.journal import Flow
from studio.model.sequence import Event
from studio.tasks import Unheard
from tests.fakes.klaviyo import Klaviyo, Options
from tests.studio.delivery.memory import MemoryJournal
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import PIXEL, send, work


@pytest.fixture
def reach(hand_clock):
    def connect(fake):
        timing = Timing(hand_clock, hand_clock.advance, lambda: 0.0)
        return Client(SERVICE, Secret(fake.key), fake.url, timing)

    return connect


@pytest.fixture
def pushed(reach):
    """Push a flow to a fake and return its id."""

    def deliver(fake, **options):
        bundle = built(work(send("m1"), event=Event.SUBSCRIBED), integration="Shopify", **options)
        with reach(fake) as client:
            push(
                bundle,
                SERVICE,
                client,
                MemoryJournal(),
                Flow("klaviyo:x", "p1", "q1", "nb"),
                Unheard(),
                lambda _: PIXEL,
            )
        (flow,) = fake.flows
        return flow

    return deliver


def test_archived_flows_are_not_listed(klaviyo_fake, reach, pushed):
    flow = pushed(klaviyo_fake)
    with reach(klaviyo_fake) as client:
        assert [(one.id, one.status) for one in read_flows(client)] == [(flow, "draft")]
        klaviyo_fake.flows[flow]["archived"] = True
        assert read_flows(client) == ()


@pytest.mark.parametrize("is_open", [True, False])
def test_a_message_s_own_copy_of_a_template_is_found(serve, hand_clock, reach, pushed, is_open):
    fake = Klaviyo(Options(clones_open=is_open), clock=hand_clock)
    serve(fake)
    flow = pushed(fake)
    with reach(fake) as client:
        document = read_document(client, flow, Unheard())
    assert len(document.templates) == 3
    assert all("Hei" in html for html in document.templates.values())


def test_the_list_that_starts_a_flow_has_its_name(klaviyo_fake, reach, pushed):
    flow = pushed(klaviyo_fake)
    with reach(klaviyo_fake) as client:
        (found,) = import_flow(client, flow, Unheard()).project.sequences.values()
    assert (found.trigger.event, found.trigger.detail) == (Event.SUBSCRIBED, "Newsletter")


def test_a_segment_that_starts_a_flow_has_its_name(klaviyo_fake, reach, pushed):
    klaviyo_fake.add_segment("SEGVIP", "Gode kunder")
    flow = pushed(klaviyo_fake, starts_by="segment", segment="Gode kunder")
    with reach(klaviyo_fake) as client:
        assert read_document(client, flow, Unheard()).named("SEGVIP") == "Gode kunder"


def test_the_account_tells_the_shop(klaviyo_fake, reach, pushed):
    flow = pushed(klaviyo_fake)
    with reach(klaviyo_fake) as client:
        brand = import_flow(client, flow, Unheard()).project.brand
    assert (brand.name, brand.url, brand.currency) == ("Shop Example", "https://shop.example", "NOK")
    assert brand.address == "Shop Example, Bryggen 1, 5003, Bergen, Norway"


def test_a_flow_that_is_not_there_is_said(klaviyo_fake, reach):
    with reach(klaviyo_fake) as client, pytest.raises(StudioError, match="no flow “F00000”"):
        import_flow(client, "F00000", Unheard())
