"""A stand-in for the services' engines: Jinja2 with Django's filters, and the data that each service would hold.

Django writes a filter's argument as `|default:'x'`, Jinja2 as `|default('x')`; nothing else differs in what we print,
save that Klaviyo's link tags are no variables. Amounts come out in the language's habit here, so that meanings can be
compared; that the services print 1299.00 is an Unsayable of its own.
"""

import re
from types import SimpleNamespace
from urllib.parse import quote

from babel.numbers import format_decimal
from jinja2 import ChainableUndefined, Environment

from studio.tags.amounts import day

TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
LINKS = {
    "{% unsubscribe_link %}": "#unsubscribe",
    "{% manage_preferences_link %}": "#preferences",
    "{% web_view_link %}": "#browser",
}


def to_jinja(template):
    """Return a Klaviyo or Brevo template in Jinja2's spelling."""
    for tag, address in LINKS.items():
        template = template.replace(tag, address)
    return TAG.sub(lambda tag: re.sub(r"\|(\w+):('[^']*'|\d+)", r"|\1(\2)", tag.group()), template)


def environment(language, autoescape):
    env = Environment(autoescape=autoescape, undefined=ChainableUndefined, keep_trailing_newline=True)
    env.filters |= {
        "default": lambda value, text: value or text,
        "floatformat": lambda value, digits: format_decimal(value, _pattern(value, digits), locale=language),
        "slice": lambda held, part: (held or "")[: int(part[1:])],
        "lookup": lambda value, key: value[key],
        "trim_slash": lambda value: value.rstrip("/"),
        "urlencode": lambda value: quote(str(value), safe=""),
    }
    return env


def _pattern(value, digits):
    """Return Babel's pattern for Django's digits: 2 always two, 0 none, '-2' two unless the number is whole."""
    if digits == "-2":
        return "#,##0" if value == int(value) else "#,##0.00"
    return "#,##0.00" if digits else "#"


def run(template, persona, language, *, autoescape=True):
    """Return what the service would send to the persona."""
    return environment(language, autoescape).from_string(to_jinja(template)).render(_data(persona.event))


def _data(event):
    person = {"first_name": event.first_name, "last_name": event.last_name, "email": event.email}
    contact = {"FIRSTNAME": event.first_name, "LASTNAME": event.last_name, "EMAIL": event.email}
    items = [_own(item) for item in event.items]
    params = SimpleNamespace(cart_url=event.url, cart_total=event.total, items=items, **_order(event))
    links = {"unsubscribe": "#unsubscribe", "update_profile": "#preferences", "mirror": "#browser"}
    shop = {"organization": {"url": "https://fjord.example/"}}
    kept = {"person": {"Expected Delivery": day(event.delivery, "nb"), "Tracking URL": event.tracking_url}}
    return person | links | shop | kept | {"contact": contact, "params": params, "event": _klaviyo_event(event)}


def _klaviyo_event(event):
    """One event with the keys of all three profiles, which do not overlap."""
    return {
        "$value": event.total,
        "ItemNames": [item.name for item in event.items],
        "extra": {
            "checkout_url": event.url,
            "line_items": [_shopify(item) for item in event.items],
            "order_number": event.order_number,
            "OrderNumber": event.order_number,
            "fulfillments": [{"tracking_url": event.tracking_url}],
            "CartRebuildKey": event.url.rpartition("=")[2],
            "Items": [_woocommerce(item) for item in event.items],
        },
        "cart_url": event.url,
        "cart_total": event.total,
        "products": [_own(item) for item in event.items],
        **_order(event),
    }


def _order(event):
    """Return what a shop's own event tells of an order; the day as its reader says it."""
    said = {"order_number": event.order_number, "tracking_url": event.tracking_url}
    return said | {"delivery_date": day(event.delivery, "nb")}


def _own(item):
    return {key: getattr(item, key) for key in ("name", "price", "quantity", "variant", "image", "url")}


def _shopify(item):
    product = {
        "title": item.name,
        "variant": {"title": item.variant},
        "images": [{"src": item.image}],
        "handle": item.url.rpartition("/")[2],
    }
    return {"product": product, "price": item.price, "quantity": item.quantity}


def _woocommerce(item):
    # The event knows no price of one piece (an Unsayable of its own); the meaning is compared without that.
    names = {"Name": item.name, "LineTotal": item.price, "Quantity": item.quantity, "Variation": item.variant}
    return names | {"Images": [{"URL": item.image}], "URL": item.url}
