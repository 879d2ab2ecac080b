"""`import klaviyo` lists an account's flows and writes one of them to a file that can be pushed again."""

import pytest

from studio.imports.klaviyo import project
from studio.model.steps import Split
from studio.store.archive.reading import read_fabel
from tests.studio.imports.klaviyo.documents import document, of_versions


@pytest.fixture
def pushed(fabel, kept, klaviyo_fake, tmp_path):
    """Push a preset to the fake and return the id of its flow."""
    file = tmp_path / "story.fabel"
    assert fabel("new", "cart-story", "--language", "nb", "-o", file).code == 0
    kept("Hansen")
    ran = fabel("push", "klaviyo", file, "--account", "Hansen", "--set", "integration=Shopify")
    assert ran.code == 0, ran.err
    (flow,) = klaviyo_fake.flows
    return flow


def test_the_flows_of_an_account_are_listed(fabel, pushed):
    ran = fabel("import", "klaviyo", "--list", "--account", "Hansen")
    assert ran.code == 0, ran.err
    assert pushed in ran.out
    assert "draft" in ran.out


def test_a_flow_becomes_a_file_and_what_is_lost_is_listed(fabel, pushed, tmp_path):
    file = tmp_path / "back.fabel"
    ran = fabel("import", "klaviyo", pushed, "--account", "Hansen", "-o", file)
    assert ran.code == 0, ran.err
    held = read_fabel(file).project
    assert [sequence.source_language for sequence in held.sequences.values()] == ["nb"]
    assert len(held.messages) == 5
    assert "The picture “Solveig”" in ran.out
    assert "--set profile=shopify" in ran.err


def test_what_was_imported_is_pushed_again(fabel, pushed, klaviyo_fake, tmp_path):
    file = tmp_path / "back.fabel"
    fabel("import", "klaviyo", pushed, "--account", "Hansen", "-o", file)
    ran = fabel("push", "klaviyo", file, "--account", "Hansen", "--set", "integration=Shopify", "--force")
    assert ran.code == 0, ran.err
    assert len(klaviyo_fake.flows) == 2


def test_a_file_that_is_there_is_not_replaced_unasked(fabel, pushed, tmp_path):
    file = tmp_path / "back.fabel"
    file.write_bytes(b"x")
    assert fabel("import", "klaviyo", pushed, "--account", "Hansen", "-o", file).code == 1
    assert file.read_bytes() == b"x"


def test_a_flow_of_short_messages_becomes_a_file_that_opens(fabel, kept, klaviyo_fake, tmp_path):
    kept("Hansen")
    definition = document(of_versions("t", "send-mobile-push", {"a": 0.5, "b": 0.5})).definition
    klaviyo_fake.flows["F00007"] = {"id": "F00007", "name": "Kurv", "status": "draft", "definition": definition}
    ran = fabel("import", "klaviyo", "F00007", "--account", "Hansen", "-o", tmp_path / "back.fabel")
    assert ran.code == 0, ran.err
    assert len(read_fabel(tmp_path / "back.fabel").project.messages) == 1


def test_what_does_not_hold_together_is_not_written(fabel, pushed, tmp_path, monkeypatch):
    monkeypatch.setattr(project, "steps_of", lambda walk: (Split("s", "", ()),))
    ran = fabel("import", "klaviyo", pushed, "--account", "Hansen", "-o", tmp_path / "back.fabel")
    assert (ran.code, (tmp_path / "back.fabel").exists()) == (1, False)
    assert "cannot be brought in: A split has at least two arms." in ran.err


@pytest.mark.parametrize(
    ("said", "code"), [("NB", "nb"), ("nb_NO", "nb-NO"), ("en-us", "en-US"), ("zh_hant", "zh-Hant")]
)
def test_a_language_is_written_as_files_write_it(fabel, pushed, tmp_path, said, code):
    ran = fabel("import", "klaviyo", pushed, "--account", "Hansen", "-o", tmp_path / "x.fabel", "--language", said)
    assert ran.code == 0, ran.err
    (sequence,) = read_fabel(tmp_path / "x.fabel").project.sequences.values()
    assert sequence.source_language == code


def test_a_language_that_is_none_is_refused_before_anybody_is_asked(fabel, tmp_path):
    ran = fabel("import", "klaviyo", "F00001", "-o", tmp_path / "x.fabel", "--language", "norsk bokmål")
    assert (ran.code, "“norsk bokmål” is not a language code" in ran.err) == (1, True)


def test_without_a_flow_or_a_file_nothing_is_asked(fabel):
    assert fabel("import", "klaviyo").code == 2
    assert fabel("import", "klaviyo", "F00001").code == 2


def test_a_flow_that_is_not_there(fabel, pushed, tmp_path):
    ran = fabel("import", "klaviyo", "F99999", "--account", "Hansen", "-o", tmp_path / "x.fabel")
    assert ran.code == 1
    assert "F99999" in ran.err


def test_merge_tags_may_take_the_names_that_the_account_s_own_events_have(fabel, kept, klaviyo_fake, tmp_path):
    file = tmp_path / "story.fabel"
    fabel("new", "cart-story", "--language", "nb", "-o", file)
    kept("Hansen")
    metrics = ("trigger_metric=APCHKO", "order_metric=APORDR")
    chosen = [word for one in ("profile=read", *metrics) for word in ("--set", one)]
    ran = fabel("push", "klaviyo", file, "--account", "Hansen", *chosen)
    assert ran.code == 0, ran.err
    assert any("event.cart_url" in template["html"] for template in klaviyo_fake.templates.values())


def test_a_folder_cannot_ask_an_account_for_its_fields(fabel, tmp_path):
    file = tmp_path / "story.fabel"
    fabel("new", "cart-story", "--language", "nb", "-o", file)
    ran = fabel("export", "klaviyo", file, "-o", tmp_path / "out", "--set", "profile=read")
    assert (ran.code, "were not read" in ran.err) == (1, True)
