"""A fake WooCommerce shop: products in pages, its currency, and pictures at its own address."""

from tests.fakes.woocommerce.state import KEY, WooCommerce

__all__ = ["KEY", "WooCommerce"]
