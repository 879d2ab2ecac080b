from studio.edits.texts import block_text, write
from studio.edits.variants import set_weight
from widgets.wordcount import words_of
from widgets.write.figures import as_read, inbox_width, share


def test_a_subject_is_as_wide_as_its_stand_ins(look):
    known = inbox_width('Glemte du disse, {{ person.first_name | default: "du" }}?')
    assert known == inbox_width("Glemte du disse, du?")


def test_a_tag_without_a_stand_in_has_no_width():
    assert as_read("Hei{{ if person.first_name }}, {{ person.first_name }}{{ end }}") == "Hei, "
    assert as_read("Hei {{ nothing such }}") == "Hei nothing such"


def test_shares_are_percentages_of_all_weights(desk):
    project = desk.session.project
    message = project.messages[desk.here.spot.message]
    project = set_weight(project, message.variants[0], 150)
    assert [share(project, message, id_) for id_ in message.variants] == [75, 25]


def test_words_of_the_blocks_are_counted_without_markup_and_tags(desk):
    project = desk.session.project
    message = project.messages[desk.here.spot.message]
    before = words_of(project, message, "nb")
    block = next(id_ for id_ in message.blocks if project.blocks[id_].kind == "paragraph")
    words = project.blocks[block].words("text", "nb")
    more = write(project, block_text(block), "nb", words + " **to ord** {{ person.first_name }}")
    assert words_of(more, message, "nb") == before + 2
