import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from studio.delivery.references import Known, Link, References, Unanswered

ANSWERS = {("template:m:a", "data.id"): 42, ("image:d1", "url"): 'https://c.example/?a=1&b="'}
KNOWN = Known(
    lambda link: ANSWERS.get((link.key, link.path)),
    lambda word, name: f"{word}-{name}",
    {"d1": b"\x89PNG!"}.__getitem__,
)
REFERENCES = References(["template:m:a", "template:m", "image:d1"], ["metric", "list"])


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("@template:m:a#data.id", 42),
        ("id @template:m:a#data.id.", "id 42."),
        ("@metric:Placed Order", "metric-Placed Order"),
        ('<img src="@image:d1#url"></p>', '<img src="https://c.example/?a=1&amp;b=&quot;"></p>'),
        ("see @image:d1#url", 'see https://c.example/?a=1&b="'),
        ("data:image/png;base64,@asset:d1", "data:image/png;base64,iVBORyE="),
        ("@oslo#sommer.salg and @metrics:x", "@oslo#sommer.salg and @metrics:x"),
        ("call it @metric:x", "call it @metric:x"),
        ("kari@example.no", "kari@example.no"),
    ],
)
def test_references_are_replaced_and_other_words_left_alone(text, becomes):
    assert REFERENCES.filled({"a": [text, 1, None, True]}, KNOWN) == {"a": [becomes, 1, None, True]}


def test_links_and_names_are_found_anywhere_in_a_body():
    body = {"a": ["@metric:A", {"b": "x @template:m:a#data.id"}], "@list:key": 1}
    assert REFERENCES.links(body) == {Link("template:m:a", "data.id")}
    assert REFERENCES.names(body) == {("metric", "A")}


def test_an_answer_that_is_not_there_is_a_clear_refusal():
    with pytest.raises(Unanswered, match=r"template:m lacks data\.id"):
        REFERENCES.filled("@template:m#data.id", KNOWN)


def test_a_path_takes_answers_quoted():
    assert (
        REFERENCES.path("/c/@image:d1#url/content", KNOWN) == "/c/https%3A%2F%2Fc.example%2F%3Fa%3D1%26b%3D%22/content"
    )


def test_a_multipart_body_has_files_and_plain_fields():
    parts = REFERENCES.parts({"file": "@asset:d1", "hidden": False, "n": 3, "none": None}, KNOWN)
    assert parts.fields == Map({"hidden": "false", "n": "3"})
    assert parts.files == Map({"file": ("d1.png", b"\x89PNG!", "image/png")})


@given(st.text())
def test_words_without_a_key_of_the_bundle_never_change(text):
    assert References([], []).filled(text.replace("@asset:", ""), KNOWN) == text.replace("@asset:", "")


def test_text_of_the_bundle_itself_becomes_a_file_with_its_references_filled_in():
    page = {"filename": "x.html", "content": '<img src="@image:d1#url"></p>', "media": "text/html"}
    content = b'<img src="https://c.example/?a=1&amp;b=&quot;"></p>'
    assert REFERENCES.parts({"file": page}, KNOWN).files == Map({"file": ("x.html", content, "text/html")})
