"""Drafts of single e-mails are told in the build sheet, and their subjects fit."""

import pytest

from studio.errors import StudioError
from studio.exporters.base import Request
from studio.exporters.drafts import in_folder, letters
from studio.exporters.singles import draft_steps, short_subject
from studio.tags.services import dialect
from tests.studio.exporters.projects import EMPTY, send, with_mail, work


def request(key):
    return Request(key, "campaign", "POST", "/x", {}, f"name of {key}")


def test_only_single_drafts_are_named():
    (step,) = draft_steps((request("draft:m1:a"), request("campaign:m1"), request("template:m1:a")), "Campaign")
    assert [text for _, text in step.copies] == ["name of draft:m1:a"]


def test_without_single_drafts_there_is_no_step():
    assert draft_steps((request("campaign:m1"),), "Campaign") == ()


@pytest.mark.parametrize(("length", "fits"), [(10, True), (11, False)])
def test_a_subject_has_at_most_as_many_characters_as_a_service_takes(length, fits):
    held = work(send("m1"), project=with_mail(EMPTY, "m1", "x" * length))
    (one,) = letters(held, dialect("mailchimp"), in_folder("")).pieces
    if fits:
        assert short_subject(one, "Service", 10) == "x" * length
    else:
        with pytest.raises(StudioError, match="longer than the 10 characters that Service takes"):
            short_subject(one, "Service", 10)
