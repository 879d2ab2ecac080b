"""What Brevo's lists say of a template is said in the words of our own body."""

from studio.exporters.brevo.facets import facets

BODY = {
    "templateName": "Velkomst [fabel a1b2c3]",
    "subject": "Hei",
    "sender": {"name": "Verkstedet", "email": "hei@verkstedet.example"},
    "htmlContent": "<p>Hei</p>",
    "isActive": False,
}
ROW = {
    "id": 7,
    "name": "Velkomst [fabel a1b2c3]",
    "subject": "Hei",
    "isActive": True,
    "sender": {"id": "3", "name": "Verkstedet", "email": "hei@verkstedet.example"},
    "replyTo": "[DEFAULT_REPLY_TO]",
    "htmlContent": "<p>Hei</p>",
}


def test_a_body_and_a_row_of_the_list_say_the_same():
    ours, theirs = facets(BODY), facets(ROW)
    assert all(theirs[name] == words for name, words in ours.items())


def test_whether_a_template_is_active_is_no_matter_of_words():
    assert facets({**ROW, "isActive": False}) == facets(ROW)


def test_a_campaign_has_two_subjects():
    assert set(facets({"subjectA": "Hei", "subjectB": "Hallo", "htmlContent": "<p>Hei</p>"})) == {
        "Subject of version A",
        "Subject of version B",
        "Content",
    }


def test_an_answer_that_tells_only_a_number_says_nothing():
    assert dict(facets({"id": 7})) == {}
