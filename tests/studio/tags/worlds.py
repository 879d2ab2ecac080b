"""What each service holds of a reader: the data that its templates see, by service and profile."""

from dataclasses import replace

from babel.numbers import get_decimal_symbol
from immutables import Map

from studio.tags.amounts import day, leaves_wholes_bare, money
from tests.studio.tags.engines import CODE, LINKS, curly, django, handlebars, square

SHOP = "https://fjord.example"
PROFILES = ("shopify", "woocommerce", "custom")
ENGINES = Map(
    {
        **{("klaviyo", profile): django for profile in PROFILES},
        **{("brevo", profile): django for profile in PROFILES},
        **{("customerio", profile): curly for profile in PROFILES},
        **{("drip", profile): curly for profile in PROFILES},
        ("liquid", "custom"): curly,
        ("shopify", "shopify"): curly,
        **{("omnisend", profile): square for profile in PROFILES},
        ("handlebars", "custom"): handlebars,
        **{("sendgrid", profile): handlebars for profile in PROFILES},
    }
)


def of_the_shop(persona):
    """Return a persona whose addresses have the form that a shop system gives them."""
    event = persona.event
    items = tuple(_line_of_the_shop(one) for one in event.items)
    url = f"{SHOP}/cart?wck_rebuild_cart={event.url.rpartition('=')[2].rpartition('/')[2]}" if event.url else ""
    return replace(persona, event=replace(event, items=items, url=url))


def _line_of_the_shop(item):
    image = item.image.replace("sample:", f"{SHOP}/files/")
    return replace(item, url=f"{SHOP}/products/{handle(item)}" if item.url else "", image=image)


def handle(item):
    return item.url.rpartition("/")[2]


def world(service, event, money):
    """Return all that a service's templates see of a reader; `money` is language and currency."""
    return WORLDS[service](event, *money)


def own(event, order, amount=lambda number: number):
    """Return the neutral cart event, as a shop sends it by itself."""
    items = [_own(item, amount) for item in event.items]
    return {"cart_url": event.url, "cart_total": amount(event.total), "products": items, **order}


def _own(item, amount):
    held = {key: getattr(item, key) for key in ("name", "quantity", "variant", "image", "url")}
    return held | {"price": amount(item.price)}


def iso(event):
    """Return what a shop tells of an order, with the day as computers write it."""
    return {"order_number": event.order_number, "tracking_url": event.tracking_url, "delivery_date": event.delivery}


def said(event, language):
    """Return what a shop tells of an order, with the day as its reader says it: such services print it as it comes."""
    return iso(event) | {"delivery_date": day(event.delivery, language)}


def person(event):
    return {"first_name": event.first_name, "last_name": event.last_name, "email": event.email}


def _klaviyo(event, language, currency):
    kept = {"Expected Delivery": event.delivery, "Tracking URL": event.tracking_url}
    return person(event) | {
        "organization": {"url": f"{SHOP}/"},
        "person": kept,
        "event": {
            "$value": event.total,
            "ItemNames": [item.name for item in event.items],
            "extra": _extra(event),
            **own(event, iso(event)),
        },
    }


def _extra(event):
    """Return the fields of Shopify's and WooCommerce's checkouts, which do not overlap."""
    return {
        "checkout_url": event.url,
        "line_items": [_shopify(item) for item in event.items],
        "order_number": event.order_number,
        "OrderNumber": event.order_number,
        "fulfillments": [{"tracking_url": event.tracking_url}],
        "CartRebuildKey": event.url.rpartition("=")[2],
        "Items": [_woocommerce(item) for item in event.items],
    }


def _shopify(item):
    product = {
        "title": item.name,
        "variant": {"title": item.variant},
        "images": [{"src": item.image}],
        "handle": handle(item),
    }
    return {"product": product, "price": item.price, "quantity": item.quantity}


def _woocommerce(item):
    # The event knows no price of one piece (an Unsayable of its own); the meaning is compared without that.
    names = {"Name": item.name, "LineTotal": item.price, "Quantity": item.quantity, "Variation": item.variant}
    return names | {"Images": [{"URL": item.image}], "URL": item.url}


def _brevo(event, language, currency):
    contact = {"FIRSTNAME": event.first_name, "LASTNAME": event.last_name, "EMAIL": event.email}
    links = {"unsubscribe": LINKS["unsubscribe"], "update_profile": LINKS["preferences"], "mirror": LINKS["browser"]}
    held = own(event, said(event, language))
    cart = {"items": held["products"], "url": event.url, "total": event.total}
    return links | {"contact": contact, "params": held | cart}


def _liquid(room):
    return lambda event, language, currency: {
        room: person(event),
        "event": own(event, iso(event)) | _activity(event),
        "unsubscribe_url": LINKS["unsubscribe"],
        "manage_subscriptions_url": LINKS["preferences"],
        "preferences_url": LINKS["preferences"],
        "browser_url": LINKS["browser"],
        "coupon_code": CODE,
    }


def _activity(event):
    """Return what Drip keeps of a cart and what shops usually tell Customer.io, whose names do not overlap."""
    items = [_named(item) for item in event.items]
    order = {"order_public_id": event.order_number, "order_id": event.order_number}
    return order | {
        "items": items,
        "products": items,
        "grand_total": event.total,
        "value": event.total,
        "checkout_url": event.url,
    }


def _named(item):
    return _own(item, lambda number: number) | {"image_url": item.image, "product_url": item.url}


def _omnisend(event, language, currency):
    links = {"unsubscribe_link": LINKS["unsubscribe"], "preference_link": LINKS["preferences"]}
    checkout = {
        "abandonedCheckoutURL": event.url,
        "value": event.total,
        "lineItems": [_titled(item) for item in event.items],
        "orderNumber": event.order_number,
        "trackingURL": event.tracking_url,
    }
    held = own(event, iso(event)) | checkout
    return links | {"contact": person(event), "event": held, "discount": {"code": CODE}}


def _titled(item):
    names = ("Title", "Price", "Quantity", "VariantTitle", "ImageURL", "URL")
    values = (item.name, item.price, item.quantity, item.variant, item.image, item.url)
    return {f"product{name}": value for name, value in zip(names, values, strict=True)}


def _handlebars(event, language, currency):
    """Return data in which amounts are words already: the language writes no numbers."""

    def amount(number):
        digits = f"{number:.2f}".replace(".00", "" if leaves_wholes_bare(currency) else ".00")
        return digits.replace(".", get_decimal_symbol(language)) if number else 0

    links = {"unsubscribe_url": "unsubscribe", "preferences_url": "preferences", "browser_url": "browser"}
    links |= {"unsubscribe": "unsubscribe", "unsubscribe_preferences": "preferences", "weblink": "browser"}
    known = {name: LINKS[link] for name, link in links.items()}
    cart = own(event, said(event, language), amount) | _as_the_shop_tells(event, amount)
    return person(event) | cart | known | {"coupon_code": CODE}


def _as_the_shop_tells(event, amount):
    """Return a checkout of Shopify and an order of WooCommerce in one."""
    items = [_own(item, amount) | {"title": item.name, "variant_title": item.variant} for item in event.items]
    total, number = amount(event.total), event.order_number
    names = {"abandoned_checkout_url": event.url, "total_price": total, "total": total, "number": number}
    return names | {"line_items": [item | {"image": {"src": item["image"]}} for item in items]}


def _shopify_mail(event, language, currency):
    """Return what Shopify's own e-mails see."""
    items = [_line(item) for item in event.items]
    checkout = {"url": event.url, "total_price": money(event.total, currency, language), "line_items": items}
    return {
        "data": {"customer": person(event)},
        "abandoned_checkout": checkout,
        "unsubscribe_link": LINKS["unsubscribe"],
    }


def _line(item):
    held = {"product_title": item.name, "variant_title": item.variant, "image_url": item.image}
    return held | {"quantity": item.quantity}


WORLDS = {
    "klaviyo": _klaviyo,
    "brevo": _brevo,
    "customerio": _liquid("customer"),
    "drip": _liquid("subscriber"),
    "liquid": _liquid("customer"),
    "omnisend": _omnisend,
    "handlebars": _handlebars,
    "sendgrid": _handlebars,
    "shopify": _shopify_mail,
}
