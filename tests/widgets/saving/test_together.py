"""Two windows at one workspace: both people's work ends up there, and both see it."""

from tests.studio.store.shop import said, words
from tests.widgets.workspaces import SAVED, Away


class Between(Away):
    """A store that lets something happen right after a write, before its answer comes."""

    happening = None

    def write(self, change, project):
        written = super().write(change, project)
        if happening := self.happening:
            self.happening = None
            happening()
        return written


def test_both_people_s_work_ends_up_in_the_workspace(writer, colleague, stored, qtbot):
    writer.type("b1", "Karis ord")
    colleague.type("b2", "Olas ord")
    assert writer.save(qtbot)
    assert colleague.save(qtbot)
    assert (stored("b1"), stored("b2")) == ("Karis ord", "Olas ord")


def test_the_answer_to_a_write_brings_a_colleague_s_work(writer, colleague, qtbot):
    writer.type("b1", "Karis ord")
    writer.save(qtbot)
    colleague.type("b2", "Olas ord")
    colleague.save(qtbot)
    assert (colleague.reads("b1"), colleague.reads("b2")) == ("Karis ord", "Olas ord")


def test_a_look_brings_a_colleague_s_work_to_who_only_reads(writer, colleague, qtbot):
    colleague.type("b2", "Olas ord")
    colleague.save(qtbot)
    changes = []
    writer.desk.session.changed.connect(changes.append)
    writer.autosave.look()
    assert writer.reads("b2") == "Olas ord"
    assert [list(change.blocks) for change in changes] == [["b2"]]


def test_a_look_that_finds_nothing_new_changes_nothing(writer):
    before, changes = writer.desk.session.project, []
    writer.desk.session.changed.connect(changes.append)
    writer.autosave.look()
    assert writer.desk.session.project is before
    assert changes == []


def test_colleagues_work_is_no_step_of_our_history(writer, colleague, stored, qtbot):
    writer.type("b1", "Karis ord")
    writer.save(qtbot)
    colleague.type("b2", "Olas ord")
    colleague.save(qtbot)
    writer.autosave.look()
    writer.desk.session.stack.undo()
    writer.save(qtbot)
    assert (stored("b1"), stored("b2")) == ("Handlekurven venter", "Olas ord")


def test_what_is_typed_while_a_write_is_under_way_is_joined_with_its_answer(make_writer, colleague, stored, qtbot):
    writer = make_writer(store=Between)
    colleague.type("b2", "Olas ord")
    colleague.save(qtbot)
    writer.desk.workspace.store.happening = lambda: writer.type("b3", "Mens det lagres")
    writer.type("b1", "Karis ord")
    assert writer.save(qtbot)
    assert [writer.reads(block) for block in ("b1", "b2", "b3")] == ["Karis ord", "Olas ord", "Mens det lagres"]
    assert stored("b3") == "Mens det lagres"


def test_the_same_words_written_by_both_are_kept_twice_and_told(writer, colleague, project, qtbot):
    told = []
    writer.autosave.clashed.connect(told.append)
    colleague.type("b1", "Olas ord")
    colleague.save(qtbot)
    writer.type("b1", "Karis ord")
    writer.save(qtbot)
    (kept,) = writer.desk.workspace.store.conflicts.of(project.id)
    assert writer.reads("b1") == "Olas ord"
    assert (kept.mine["words"], [clash.mine.words for clash in told[0]]) == ("Karis ord", ["Karis ord"])


def test_words_that_clash_are_not_pulled_from_under_a_writer_who_types_on(make_writer, colleague, project, qtbot):
    writer = make_writer(store=Between)
    colleague.type("b1", "Olas ord")
    colleague.save(qtbot)
    seen = []
    writer.desk.session.changed.connect(lambda change: seen.append(writer.reads("b1")))
    writer.desk.workspace.store.happening = lambda: writer.type("b1", "Karis ord, mer")
    writer.type("b1", "Karis ord")
    writer.save(qtbot)
    assert seen == ["Karis ord", "Karis ord, mer", "Olas ord"]
    kept = [each.mine["words"] for each in writer.desk.workspace.store.conflicts.of(project.id)]
    assert kept == ["Karis ord", "Karis ord, mer"]


def test_nothing_moves_under_an_input_method(writer, colleague, qtbot):
    colleague.type("b2", "Olas ord")
    colleague.save(qtbot)
    writer.desk.session.compose(under_way=True)
    writer.type("b1", "Karis ord")
    writer.save(qtbot)
    assert (writer.stage, writer.reads("b2")) == (SAVED, "Vi har lagt den til side")
    writer.desk.session.compose(under_way=False)
    assert (writer.reads("b1"), writer.reads("b2")) == ("Karis ord", "Olas ord")


def test_two_windows_that_write_in_turns_for_long_agree_in_the_end(make_writer, project, stored, qtbot):
    kari, ola = make_writer(inline=False), make_writer(inline=False)
    for number in range(12):
        kari.type("b1", f"Kari {number}")
        ola.type("b1", f"Ola {number}", "sv")
        ola.type("b2", f"Ola {number}")
        kari.autosave.flush(bool)
        ola.autosave.flush(bool)
    assert kari.save(qtbot)
    assert ola.save(qtbot)
    kari.look(qtbot, lambda: kari.reads("b2") == "Ola 11")
    ola.look(qtbot, lambda: ola.reads("b1") == "Kari 11")
    assert kari.desk.session.project == ola.desk.session.project
    assert (stored("b1"), stored("b1", "sv"), stored("b2")) == ("Kari 11", "Ola 11", "Ola 11")


def test_a_project_that_a_colleague_removed_is_said_to_be_gone(writer, project, qtbot):
    writer.desk.workspace.store.remove(project.id)
    writer.type("b1", "Karis ord")
    assert not writer.save(qtbot)
    assert "somebody has removed it" in str(writer.autosave.state.sentence)


def test_a_look_keeps_the_very_values_that_a_colleague_did_not_touch(writer, colleague, qtbot):
    before = writer.desk.session.project
    colleague.type("b2", "Olas ord")
    colleague.save(qtbot)
    writer.autosave.look()
    after = writer.desk.session.project
    assert after.blocks["b1"] is before.blocks["b1"]
    assert words(said(before, "b2", "Olas ord"), "b2") == words(after, "b2")
