from studio.model.ids import LENGTH, derived_id, new_id


def test_an_id_is_twelve_hex_digits():
    assert len(new_id()) == LENGTH
    assert int(new_id(), 16) >= 0


def test_ids_are_unique():
    assert len({new_id() for _ in range(1000)}) == 1000


def test_derived_ids_are_always_the_same_and_depend_on_order_and_parts():
    assert derived_id("cart", "nb") == derived_id("cart", "nb")
    assert (
        len({derived_id("cart", "nb"), derived_id("nb", "cart"), derived_id("cartnb"), derived_id("car", "tnb")}) == 4
    )
