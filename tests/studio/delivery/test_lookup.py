import pytest
from immutables import Map

from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.lookup import Lookup, similar
from studio.errors import ServiceTrouble, StudioError
from studio.exporters.klaviyo.service import SERVICE as KLAVIYO
from studio.exporters.service import Listing
from tests.studio.delivery import shop as small


def filled(shop, count):
    for number in range(count):
        shop.add("letters", f"letter {number}")


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 7])
def test_counting_on_reads_every_page_once(shop, connect, count):
    filled(shop, count)
    items = Lookup(connect()).items(small.listing("letter"))
    assert [item.name for item in items] == [f"letter {number}" for number in range(count)]


def test_counting_on_without_a_total_ends_at_an_empty_page(shop, connect):
    filled(shop, 4)
    listing = Listing("/letters", "items", offset="offset")
    assert len(Lookup(connect()).items(listing)) == 4


def test_the_link_to_the_next_page_is_followed_whole_or_relative(shop, connect):
    links = [f"{shop.url}/letters?page=2", "/letters?page=3", None]
    shop.answers = [(200, {"items": [{"id": number}], "next": link}) for number, link in enumerate(links)]
    assert len(Lookup(connect()).items(Listing("/letters", "items", next="next"))) == 3


@pytest.mark.parametrize("host", ["https://elsewhere.example", "http://127.0.0.1:1", "https://127.0.0.1"])
def test_a_next_link_to_another_host_is_refused(shop, connect, host):
    shop.answers = [(200, {"items": [], "next": f"{host}/letters?page=2"})]
    with pytest.raises(StudioError, match="another address"):
        Lookup(connect()).items(Listing("/letters", "items", next="next"))


def test_a_list_that_leads_back_to_itself_ends(shop, connect, monkeypatch):
    monkeypatch.setattr("studio.delivery.lookup.PAGES", 4)
    shop.answers = [(200, {"items": [], "next": f"/letters?page={number % 2}"}) for number in range(9)]
    with pytest.raises(ServiceTrouble):
        Lookup(connect()).items(Listing("/letters", "items", next="next"))


def test_a_thing_that_slid_to_the_next_page_is_counted_once(shop, connect):
    shop.answers = [(200, {"items": [{"id": 1, "name": "x"}], "next": link}) for link in ("/letters?page=2", None)]
    assert len(Lookup(connect()).items(Listing("/letters", "items", next="next"))) == 1


def test_a_list_is_read_once_in_a_run_unless_it_must_be_fresh(shop, connect):
    lookup = Lookup(connect())
    listing = small.listing("letter")
    lookup.items(listing)
    filled(shop, 1)
    assert lookup.items(listing) == ()
    assert len(lookup.fresh(listing)) == 1


def test_a_metric_is_found_by_its_exact_name_or_its_id(connect):
    lookup = Lookup(connect())
    assert lookup.id("metric", "Placed Order") == "7"
    assert lookup.id("metric", "7") == "7"


def test_a_missing_metric_names_those_that_are_like_it(shop, connect):
    shop.things |= {8: ("metrics", {"name": "Started Checkout"}), 9: ("metrics", {"name": "Opened Email"})}
    with pytest.raises(StudioError) as missing:
        Lookup(connect()).id("metric", "Checkout Started")
    assert "“Started Checkout”" in str(missing.value)
    assert "Opened" not in str(missing.value)


def test_a_name_that_two_things_share_asks_for_the_id(shop, connect):
    shop.things[8] = ("metrics", {"name": "Placed Order"})
    with pytest.raises(StudioError, match="“Placed Order” = 7, “Placed Order” = 8"):
        Lookup(connect()).id("metric", "Placed Order")


def two_integrations(shop, connect):
    shop.things |= {number: ("metrics", {"name": "Refund", "by": by}) for number, by in ((8, "Shopify"), (9, "API"))}
    return Lookup(connect(small.service(listings=Map({"metric": Listing("/metrics?limit=9", "items", source="by")}))))


def test_the_source_tells_things_of_one_name_apart(shop, connect):
    lookup = two_integrations(shop, connect)
    assert lookup.id("metric", "Refund (API)") == "9"
    with pytest.raises(StudioError, match=r"“Refund \(Shopify\)” = 8"):
        lookup.id("metric", "Refund")


def test_a_source_is_not_needed_where_only_one_thing_has_the_name(shop, connect):
    assert two_integrations(shop, connect).id("metric", "Placed Order (Shopify)") == "7"


def test_a_source_that_does_not_exist_is_not_guessed(shop, connect):
    with pytest.raises(StudioError, match="several"):
        two_integrations(shop, connect).id("metric", "Refund (Magento)")


def test_similar_names_are_alike_in_letters_or_in_words():
    names = ["Placed Order", "placed orders", "Ordered Product", "Refund", "Order Fulfilled"]
    assert similar("PLACED ORDER", names) == ("Placed Order", "placed orders", "Order Fulfilled")


def test_an_ambiguous_name_means_the_source_of_the_unambiguous_ones(klaviyo_fake, clock):
    with Client(KLAVIYO, Secret(klaviyo_fake.key), klaviyo_fake.url, clock.timing) as client:
        lookup = Lookup(client)
        lookup.settle([], [("metric", "Checkout Started"), ("metric", "Placed Order")])
        assert lookup.id("metric", "Placed Order") == "SHORDR"


def test_without_anything_unambiguous_the_person_chooses(klaviyo_fake, clock):
    with Client(KLAVIYO, Secret(klaviyo_fake.key), klaviyo_fake.url, clock.timing) as client:
        lookup = Lookup(client)
        lookup.settle([], [("metric", "Started Checkout"), ("metric", "Placed Order")])
        with pytest.raises(StudioError, match=r"Placed Order \(Shopify\)"):
            lookup.id("metric", "Placed Order")
