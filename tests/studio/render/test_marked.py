"""A preview finds the blocks of an e-mail by comments that no export ever has."""

import re

import pytest

from studio.model.trade import MailTheme
from tests.studio.render.shop import of_every_kind, rendered

MARK = re.compile(r"<!--block (.*?)-->")


@pytest.mark.parametrize("theme", list(MailTheme))
def test_every_block_of_a_marked_mail_has_its_comment_in_reading_order(theme):
    blocks = of_every_kind()
    assert MARK.findall(rendered(*blocks, theme=theme, marked=True).html) == [block.id for block in blocks]


@pytest.mark.parametrize("theme", list(MailTheme))
def test_marks_are_all_that_a_marked_mail_has_more(theme):
    marked, plain = (rendered(*of_every_kind(), theme=theme, marked=marked) for marked in (True, False))
    assert MARK.sub("", marked.html) == plain.html
    assert (marked.text, marked.findings) == (plain.text, plain.findings)


def test_marks_stand_between_rows_where_browsers_leave_them():
    html = rendered(*of_every_kind(), marked=True).html
    assert {html[found.end() :][:4] for found in MARK.finditer(html)} == {"<tr>"}
