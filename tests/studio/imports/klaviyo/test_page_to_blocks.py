"""HTML of any editor becomes blocks of copy; what has no block is listed."""

from hypothesis import given
from hypothesis import strategies as st

from studio.imports.klaviyo.backward import backward
from studio.imports.klaviyo.blocks import blocks_of
from studio.imports.klaviyo.noting import Noting
from studio.imports.klaviyo.page import read_page
from studio.imports.klaviyo.said import Reading
from studio.model.kinds import BLOCK_KINDS
from tests.studio.imports.klaviyo.documents import SHOP

NAMES = backward("shopify")
EDITOR = """<html lang="en"><head><style>p {margin: 0}</style></head><body>
<div style="display:none">Preview</div>
<table><tr><td><a href="https://fjord.example/">
<img src="https://cdn.example/logo.png" alt="Fjord" width="180"></a></td></tr>
<tr><td class="kl-text"><div><h1>You left {{ event.extra.line_items.0.product.title|default:"something" }}</h1>
<p>Hi <strong>{{ first_name|default:'there' }}</strong>,</p>
<p>See <a href="{{ event.extra.checkout_url }}">your cart</a>.</p></div></td></tr>
<tr><td><img src="https://cdn.example/hero.jpg" alt="A &amp; B" width="600"></td></tr>
<tr><td><table><tr><td style="background-color:#000">
<a href="{{ event.extra.checkout_url }}" style="padding:10px">Finish</a>
</td></tr></table></td></tr>
<tr><td><hr></td></tr>
<tr><td><ol><li>One</li><li>Two <em>and</em></li></ol></td></tr>
<tr><td><div>No longer want these? {% unsubscribe 'Leave' %}.<br>
{{ organization.name }} {{ organization.full_address }}</div></td></tr>
</table></body></html>"""
CART = """<td>{% for item in event.extra.line_items %}<p><b>{{ item.product.title }}</b> Pieces: {{ item.quantity }}</p>
<img src="{{ item.product.images.0.src }}">{% endfor %}</td>
<td>Sum</td><td>{{ event|lookup:'$value' }}</td><td>Bye</td>"""


def read(html):
    noting = Noting()
    made = blocks_of(html, SHOP, Reading(NAMES, noting))
    return made, [loss.id.rpartition(".")[2] for loss in noting.losses]


def test_a_template_of_klaviyos_own_editor_becomes_blocks():
    made, lost = read(EDITOR)
    kinds = ["heading", "paragraph", "image", "button", "divider", "list", "footer"]
    assert [block.kind for block in made] == kinds
    assert lost == ["logo", "picture"]


def test_words_keep_their_looks_links_and_tags():
    heading, paragraph, *_ = read(EDITOR)[0]
    assert heading.texts["text"] == 'You left {{ cart.first.name | default: "something" }}'
    assert paragraph.texts["text"] == (
        'Hi **{{ person.first_name | default: "there" }}**,\n\nSee [your cart]({{ cart.url }}).'
    )


def test_buttons_pictures_and_lists_keep_what_they_say():
    _, _, image, button, _, entries, _ = read(EDITOR)[0]
    assert image.texts["alt"] == "A & B"
    assert (button.texts["label"], button.settings["url"]) == ("Finish", "{{ cart.url }}")
    assert (entries.texts["text"], entries.settings["ordered"]) == ("One\nTwo *and*", True)


def test_the_way_out_stands_in_the_footer():
    footer = read(EDITOR)[0][-1]
    assert footer.texts["unsubscribe"] == "Leave"
    assert "No longer want these?" in footer.texts["text"]


def test_the_page_says_its_language():
    assert read_page(EDITOR).language == "en"


def test_a_loop_over_the_cart_is_one_block():
    made, lost = read(CART)
    assert [block.kind for block in made] == ["cart", "paragraph"]
    assert (made[0].texts["quantity"], made[0].texts["total"]) == ("Pieces", "Sum")
    assert (made[0].settings["limit"], made[1].texts["text"], lost) == (0, "Bye", [])


def test_a_loop_over_something_else_is_listed():
    made, lost = read("<p>{% for one in event.offers %}{{ one.name }}{% endfor %}Hi</p>")
    assert [block.kind for block in made] == ["paragraph"]
    assert {"statement", "tag"} <= set(lost)


def test_a_coupon_is_listed():
    made, lost = read("<p>Use {% coupon_code 'TEN' %}</p>")
    assert (made[0].texts["text"], lost) == ("Use {{ coupon.code }}", ["coupon"])


def test_stars_with_words_and_a_name_are_a_review():
    (made,), _ = read("<div><div>★★★★☆</div><div>Warm.</div><div>Kari</div></div>")
    assert (made.kind, made.texts["author"], made.settings["rating"]) == ("review", "Kari", 4)


def test_nothing_makes_no_blocks():
    assert read("") == ((), [])
    assert read("<!-- no -->")[0] == ()


PIECES = [
    "<td>",
    "</td>",
    "<p>",
    "</p>",
    "<ul><li>",
    "<a href='{{ x }}'>",
    "</a>",
    "<img src='a'>",
    "<hr>",
    "{% if first_name %}",
]
MORE = [
    "{% endif %}",
    "{{ first_name }}",
    "{% for item in event.extra.line_items %}",
    "{% endfor %}",
    "Hi ",
    "{% unsubscribe %}",
    "<h2>",
]


@given(st.lists(st.sampled_from(PIECES + MORE), max_size=14))
def test_whatever_a_page_holds_becomes_blocks_that_exist(parts):
    for made in read("".join(parts))[0]:
        kind = BLOCK_KINDS[made.kind]
        assert set(made.texts) <= set(kind.texts)
        assert set(made.settings) <= set(kind.settings)


def test_words_that_look_like_a_held_tag_stay_words():
    (part,) = read_page("<p>fabeltag0x fabeltag7x {{ first_name }}</p>").parts
    assert part.text == "fabeltag0x fabeltag7x {{ first_name }}"


def test_braces_that_never_close_are_words():
    (part,) = read_page(f"<p>{'{{ ' * 20_000}</p>").parts
    assert part.text.count("{{") == 20_000
