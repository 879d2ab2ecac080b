"""Marks for web statistics: where they stand, and what stays as it was written."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from studio.errors import StudioError
from studio.exporters.pieces import link_parameters, pieces, sample_dialect, unmarked
from studio.exporters.registry import BUILT_IN
from studio.exporters.tracking import Tracked, Utm, checked_utm, parameters
from studio.model.localized import localized
from studio.model.message import Block
from studio.model.trade import Channel
from studio.paths import shipped
from studio.tags.services import dialect
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import MESSAGES, send, with_mail, with_other, work

HOME = "https://www.verkstedet.example"
MARKS = (("utm_source", "fabel"), ("utm_medium", "email"))
MARKED = "utm_source=fabel&utm_medium=email"
tracked = Tracked(HOME, MARKS)


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("https://verkstedet.example", f"https://verkstedet.example?{MARKED}"),
        ("https://www.verkstedet.example/a?b=1", f"https://www.verkstedet.example/a?b=1&{MARKED}"),
        ("https://VERKSTEDET.example/a?", f"https://VERKSTEDET.example/a?{MARKED}"),
        ("https://verkstedet.example/#top", f"https://verkstedet.example/?{MARKED}#top"),
        ("https://verkstedet.example/?utm_source=x", "https://verkstedet.example/?utm_source=x&utm_medium=email"),
        (
            "https://verkstedet.example/{{ cart.first.name }}?n#t",
            f"https://verkstedet.example/{{{{ cart.first.name }}}}?n&{MARKED}#t",
        ),
        ("{{ shop.url }}/kurv", f"{HOME}/kurv?{MARKED}"),
        ("{{shop.url}}", f"{HOME}?{MARKED}"),
    ],
)
def test_links_home_are_marked(written, marked):
    assert tracked(written) == marked


@pytest.mark.parametrize(
    "address",
    [
        "",
        "{{ cart.url }}",
        "{{ links.unsubscribe }}",
        "{{ cart.url }}?x=verkstedet.example",
        "https://other.example/https://verkstedet.example",
        "https://verkstedet.example.evil.example/",
        "https://verkstedet.example@evil.example/",
        "https://{{ shop.phone }}.example/",
        "mailto:hei@verkstedet.example",
        "tel:+4712345678",
        "https://verkstedet.example/{{ if offer.code }}?code={{ offer.code }}{{ end }}",
    ],
)
def test_other_addresses_stay_as_they_are(address):
    assert tracked(address) == address


def test_a_brand_without_an_address_of_its_own_marks_nothing():
    assert Tracked("", MARKS)("https://verkstedet.example") == "https://verkstedet.example"


@given(
    st.lists(st.tuples(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.text(max_size=8)), max_size=4),
    st.text(max_size=8),
    st.text(min_size=1, max_size=20),
)
def test_nothing_that_was_there_is_lost_and_nothing_is_marked_twice(query, fragment, value):
    from urllib.parse import quote, urlencode

    address = f"{HOME}/kurv?{urlencode(query)}#{quote(fragment)}"
    mark = Tracked(HOME, (("utm_campaign", value),))
    once = mark(address)
    assert mark(once) == once
    found = parse_qsl(urlsplit(once).query, keep_blank_values=True)
    assert found == [*query, ("utm_campaign", value)]
    assert urlsplit(once).fragment == quote(fragment)


def test_a_campaign_is_named_after_flow_language_and_message():
    scheme = Utm("fabel", "", "{sequence}-{language}-{message}")
    assert dict(parameters(scheme, "forlatt-kurv", "nb", "brev-1", "brev-1-b", "push")) == {
        "utm_source": "fabel",
        "utm_medium": "push",
        "utm_campaign": "forlatt-kurv-nb-brev-1",
        "utm_content": "brev-1-b",
    }


def test_an_empty_scheme_marks_nothing():
    assert parameters(Utm(), "a", "b", "c", "d", "e") == ()
    assert not Utm()


def test_a_scheme_is_trimmed_and_an_unknown_place_refused():
    assert checked_utm(Utm(" a ", "", " {sequence} ")) == Utm("a", "", "{sequence}")
    with pytest.raises(StudioError, match=r"\{shop\}"):
        checked_utm(Utm("a", "", "{shop}"))


UTM = Utm("fabel", "email", "{sequence}")
LINKED = with_mail(MESSAGES, "m1", "A", "B", words="Se [butikken]({{ shop.url }}/garn) eller [kurven]({{ cart.url }}).")


def rendered(one, utm=UTM):
    made = replace(work(send(one), project=LINKED), utm=utm)
    return [each.rendered for each in pieces(made, sample_dialect(made), lambda _: "x.png")]


def test_html_text_part_and_mjml_hold_the_same_marked_address():
    first, second = rendered("m1")
    wanted = "https://verkstedet.example/garn?utm_source=fabel&utm_medium=email&utm_campaign=forlatt-kurv&utm_content="
    assert wanted + "brev-m1-a" in first.text
    assert wanted.replace("&", "&amp;") + "brev-m1-b" in second.html
    assert wanted.replace("&", "&amp;") + "brev-m1-b" in second.mjml


def test_the_cart_and_the_way_out_are_not_marked():
    first, _ = rendered("m1")
    assert "https://verkstedet.example/kurv" in first.text
    assert "kurv?utm" not in first.text + first.html
    assert "unsubscribe?" not in first.html


@pytest.mark.parametrize("name", sorted(path.stem for path in shipped("presets", "dialects").glob("*.toml")))
def test_the_marks_arrive_in_every_dialect(name):
    made = replace(work(send("m1"), project=LINKED), utm=Utm("fabel", "email", "Vår & salg {sequence}"))
    first, _ = pieces(made, dialect(name, currency="NOK", language="nb"), lambda _: "x.png")
    (written,) = re.findall(r'href="(https://verkstedet\.example/garn[^"]*)"', first.rendered.html)
    address = unescape(written)
    assert dict(parse_qsl(urlsplit(address).query))["utm_campaign"] == "Vår & salg forlatt-kurv"
    assert address in first.rendered.text


def test_without_a_scheme_a_message_is_as_it_was():
    made = work(send("m1"), project=LINKED)
    before = [each.rendered for each in pieces(made, sample_dialect(made), lambda _: "x.png")]
    rendered("m1")
    assert rendered("m1", Utm()) == before
    assert unmarked(replace(made, utm=UTM)) == made


def test_an_sms_stays_as_long_as_it_was():
    words = localized(nb="Garn: https://verkstedet.example/a STOPP")
    block = Block("t1-b", "sms", texts=Map({"text": words}))
    project = with_other(MESSAGES, "t1", Channel.SMS)
    project = replace(project, blocks=project.blocks.set("t1-b", block))
    made = replace(work(send("t1"), project=project), utm=UTM)
    (said,) = pieces(made, sample_dialect(made), str)
    assert "utm" not in said.rendered.text


def test_a_version_is_told_apart_only_where_there_are_several():
    made = replace(work(send("m1"), send("m2"), project=MESSAGES), utm=UTM)
    named = [
        dict(link_parameters(made, project_message, made.project.variants[variant]))["utm_content"]
        for project_message, variant in ((MESSAGES.messages["m1"], "m1-b"), (MESSAGES.messages["m2"], "m2-a"))
    ]
    assert named == ["brev-m1-b", "brev-m2"]


TRACKED = replace(work(send("m1"), send("m2"), send("s1"), project=LINKED), utm=UTM)


# Tables hold addresses as they are written; Customer.io takes e-mails only once their automation is there.
TEXTS = {"csv", "xlsx", "customerio"}


def messages_of(bundle):
    """Return every message that a Klaviyo flow sends."""
    found = []

    def walk(value):
        if isinstance(value, dict):
            found.extend([value["message"]] if isinstance(value.get("message"), dict) else [])
            value = list(value.values())
        for each in value if isinstance(value, list) else ():
            walk(each)

    walk(bundle.requests[-1].body)
    return found


def test_klaviyo_marks_links_itself_so_its_templates_hold_no_marks():
    bundle = built(TRACKED)
    assert "utm_" not in str([request.body for request in bundle.requests[:-1]])
    marks = [{each["param"]: each["value"] for each in one["custom_tracking_params"]} for one in messages_of(bundle)]
    assert {one["utm_campaign"] for one in marks} == {"forlatt-kurv"}
    assert {"brev-m1-a", "brev-m1-b", "brev-m2"} <= {one["utm_content"] for one in marks}


@pytest.mark.parametrize(("utm", "tracking"), [(UTM, False), (Utm(), True)])
def test_klaviyo_adds_no_marks_where_none_are_wanted(utm, tracking):
    bundle = built(replace(TRACKED, utm=utm), tracking=tracking)
    assert "utm_" not in str([request.body for request in bundle.requests])


@pytest.mark.parametrize("target", sorted({*BUILT_IN} - {"klaviyo"}))
def test_no_target_marks_a_link_twice(target):
    bundle = built(TRACKED, target)
    held = str(([each.body for each in bundle.requests], [each.content for each in bundle.files], bundle.sheet))
    addresses = re.findall(r"https://(?:www\.)?verkstedet\.example[^\s\"'<>\\]*", held)
    counts = {address.count("utm_source=") for address in addresses}
    assert counts <= {0, 1}
    assert (1 in counts) is (target not in TEXTS)


def test_a_brand_without_an_address_is_told_that_nothing_is_marked():
    homeless = replace(LINKED, brand=replace(LINKED.brand, url=""))
    made = replace(work(send("m1"), project=homeless), utm=UTM)
    first, _ = pieces(made, sample_dialect(made), lambda _: "x.png")
    assert "tracking.no_home" in {finding.id for finding in first.rendered.findings}
    assert "tracking.no_home" not in {finding.id for finding in rendered("m1")[0].findings}


@pytest.mark.parametrize("wrong", [Utm("{sequence}"), Utm("a", "{{ x }}"), Utm("a", "", "{sequence"), Utm("a\nb")])
def test_words_that_cannot_mark_a_link_are_refused(wrong):
    with pytest.raises(StudioError):
        checked_utm(wrong)
