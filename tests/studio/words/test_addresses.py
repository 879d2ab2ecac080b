import pytest

from studio.words.addresses import address_fault, as_address


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("nordlys.example/kurv", "https://nordlys.example/kurv"),
        (" https://a.no ", "https://a.no"),
        ("hei@a.no", "mailto:hei@a.no"),
        ("tel:+4790000000", "tel:+4790000000"),
        ("{{ cart.url }}", "{{ cart.url }}"),
        ("kurv", "kurv"),
    ],
)
def test_an_address_gets_what_the_writer_left_out(written, kept):
    assert as_address(written) == kept


@pytest.mark.parametrize(
    "address",
    [
        "https://a.no",
        "https://blåbær.no/æ?x=1#y",
        "http://a.no:8080/",
        "mailto:hei@a.no?subject=Hei",
        "tel:+4790000000",
        "{{ cart.url }}",
        "{{ shop.url }}/retur",
        "https://a.no/?n={{ person.first_name }}",
    ],
)
def test_an_address_of_good_shape_has_no_fault(address):
    assert address_fault(address) is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("kurv", "begins with https://"),
        ("https://a b.no", "no spaces"),
        ("https://a", "no host"),
        ("https://[", "no host"),
        ("mailto:hei", "not an e-mail"),
        ("tel:abc", "not a telephone"),
        ("javascript:alert(1)", "begins with https://"),
        ("{{ person.first_name }}", "no address"),
        ("{{ cart.ulr }}", "did you mean"),
    ],
)
def test_a_fault_is_one_sentence(address, words):
    assert words in str(address_fault(address))
