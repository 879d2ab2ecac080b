"""Links without an address and labels without an amount go, and nothing else does."""

import pytest

from studio.exporters.vacant import tidied
from studio.model.trade import Channel
from studio.render import Rendered

LINK = '<a class="mt" href="" style="color:red">Velg &amp; vrak</a>'
TOTAL = '<table class="ln"><tr><td class="mt">Sum</td><td align="right"></td></tr></table>'


def mail(html, text=""):
    return Rendered(Channel.EMAIL, "nb", "m1", html=html, text=text)


@pytest.mark.parametrize("gap", [LINK, TOTAL])
def test_what_says_nothing_goes(gap):
    assert tidied(mail(f"<p>Hei</p>{gap}<p>Ha det</p>")).html == "<p>Hei</p><p>Ha det</p>"


def test_its_line_goes_from_the_plain_text_too():
    made = tidied(mail(LINK + TOTAL, "Hei\nSum: \nVelg & vrak:\nMeld av: https://a.example\n"))
    assert made.text == "Hei\nMeld av: https://a.example\n"


def test_a_sentence_before_a_list_stays():
    made = tidied(mail(LINK, "Dette får du:\nVelg & vrak: \n- en ting"))
    assert made.text == "Dette får du:\n- en ting"


@pytest.mark.parametrize("page", ['<a href="https://a.example">Velg</a>', "<tr><td>Sum</td><td>10 kr</td></tr>"])
def test_what_says_something_stays(page):
    said = mail(page, "Velg: \n")
    assert tidied(said) is said
