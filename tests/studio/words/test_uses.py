from studio.edits.texts import block_text, subject, write
from studio.words.uses import snippet_uses, uses_of
from tests.journeys.desk import planted


def told(words):
    project, _ = planted("cart-classic", "nb", "sv")
    message = project.messages["reminder"]
    return write(project, block_text(message.blocks[0]), "sv", words)


def test_a_message_that_holds_a_snippet_in_any_language_counts_once():
    project = told("{{ snippet.wrap }} och {{ snippet.wrap }}")
    variant = project.messages["reminder"].variants[0]
    assert snippet_uses(write(project, subject(variant), "nb", "{{ snippet.wrap }}"))["wrap"] == ("reminder",)


def test_a_snippet_that_is_only_asked_for_counts_too():
    assert "wrap" in snippet_uses(told("{{ if snippet.wrap }}x{{ end }}"))


def test_other_paths_and_plain_words_are_no_snippets():
    assert "wrap" not in snippet_uses(told("snippet.wrap {{ shop.wrap }}"))
    assert uses_of(told("{{ shop.wrap }}"), "shop.")["wrap"] == ("reminder",)
