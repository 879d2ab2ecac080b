"""The boards of a flow: its beats in sending order, and the objections it answers."""

from studio.checks.arc import BEATS, OBJECTIONS, beat_board, objection_matrix
from studio.model.steps import Send, Wait
from studio.model.trade import Beat, Objection
from tests.studio.checks.coach.flows import SMS, fork, mail, project, sent, short


def board(held, language="en"):
    return beat_board(held, held.sequences["flow"], language)


def matrix(held):
    return objection_matrix(held, held.sequences["flow"])


def test_rows_stand_in_sending_order_with_their_day():
    arms = fork((SMS, [Wait("w1", 3000), Send("s1", "late")]), (None, [Wait("w2", 60), Send("s2", "soon")]))
    rows = board(project(mail("late"), mail("soon"), steps=(arms,))).rows
    assert [(row.message, row.sent.least, row.day) for row in rows] == [("soon", 60, 0), ("late", 3000, 2)]


def test_a_message_that_is_sent_twice_stands_at_its_first_time():
    steps = (Wait("w1", 60), Send("s1", "one"), Wait("w2", 60), Send("s2", "one"))
    assert [row.sent.least for row in board(project(mail("one"), steps=steps)).rows] == [60]


def test_cells_hold_the_blocks_of_a_beat_and_their_first_words():
    (row,) = board(sent(mail("one", text="A lamp stands in the hall.\nMore."))).rows
    assert [cell.beat for cell in row.cells] == list(BEATS)
    assert (row.cells[0].blocks, row.cells[0].words) == (("one-0",), "A lamp stands in the hall.")


def test_long_first_words_are_cut():
    (row,) = board(sent(mail("one", text="word " * 40))).rows
    assert row.cells[0].words.endswith("word…")
    assert len(row.cells[0].words) <= 61


def test_words_are_those_of_the_language_asked_for():
    assert board(sent(mail("one")), "nb").rows[0].cells[0].words == ""


def test_what_is_missing_in_an_e_mail_and_in_the_flow_is_a_gap():
    shown = board(sent(mail("one")))
    missing = [Beat.STAKES, Beat.TURN, Beat.PROOF]
    assert [gap.beat for gap in shown.rows[0].gaps] == missing
    assert [gap.beat for gap in shown.gaps] == missing
    assert shown.rows[0].gaps[0].message == "one"
    assert "stakes" in str(shown.gaps[0].said)


def test_a_text_message_has_no_gaps_of_its_own():
    assert board(sent(short("text"))).rows[0].gaps == ()


def test_an_empty_flow_has_an_empty_board():
    assert board(project(steps=())) == type(board(project(steps=())))((), ())


def test_objections_are_ranked_as_in_their_document():
    shares = [doubt.share for doubt in OBJECTIONS]
    assert shares == sorted(shares, reverse=True)
    assert {doubt.objection for doubt in OBJECTIONS} == set(Objection) - {Objection.NONE}


def test_a_message_answers_what_it_is_written_for():
    line = matrix(sent(mail("one", objection="shipping_cost"), mail("two"))).lines[0]
    assert line.answer("one").declared
    assert (line.answer("two"), line.gap) == (None, None)


def test_a_snippet_and_a_fact_answer_their_objection_in_any_language():
    held = sent(mail("one", text="{{ snippet.faq_returns }}"), mail("two", text="{{ shop.return_days }} Tage"))
    line = next(line for line in matrix(held).lines if line.doubt.objection is Objection.RETURNS)
    assert [(answer.message, answer.blocks) for answer in line.answers] == [("one", ("one-0",)), ("two", ("two-0",))]


def test_an_objection_that_nobody_answers_is_a_gap():
    lines = matrix(sent(mail("one"))).lines
    assert [str(line.gap) for line in lines] == ["No message answers this."] * len(OBJECTIONS)
    assert matrix(sent(mail("one"))).messages == ("one",)
