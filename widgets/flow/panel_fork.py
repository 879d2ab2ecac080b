"""The pages of splits and experiments, and of the ways through them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from studio.model.conditions import Condition
from studio.model.steps import Arm, Experiment, Path, Split
from widgets.flow.changes import rename, set_conditions, set_weight
from widgets.flow.fields import ConditionRows, Weight, room_changed, section
from widgets.flow.panel_base import Page
from widgets.flow.told import Told
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row


class Share(QWidget):
    """One path: its name, its weight, and the share that makes."""

    def __init__(self, page: ForkPage, path: Path) -> None:
        """Build the line of a path."""
        super().__init__()
        words = page.verbs.words
        self.name = LineField(page.look, words("Name of the path"))
        self.weight = Weight(page.look, words("Weight"))
        self.share = Label(page.look, "", "small", "ink3")
        self.weight.setFixedWidth(92)
        self.share.setFixedWidth(44)
        self.setLayout(row(self.name, self.weight, self.share))
        self.name.edited.connect(partial(rename, page.verbs, path.id))
        self.weight.edited.connect(partial(set_weight, page.verbs, path.id))

    def show_path(self, path: Path, total: float) -> None:
        """Show a path among others whose weights are `total` together."""
        self.name.set_value(path.name)
        if self.weight.value != path.weight:
            self.weight.set_value(path.weight)
        self.share.set_text(f"{100 * path.weight / total:.3g} %")


class ForkPage(Page):
    """The question of a split, or the paths and weights of an experiment."""

    def sections(self) -> tuple[QWidget, ...]:
        """Return the name, the ways and what adds one."""
        look, words = self.look, self.verbs.words
        self.name = LineField(look, words("Name"))
        self.name.edited.connect(self._rename)
        self.shares: dict[str, Share] = {}
        self._lines = column(spacing=8)
        holder = QWidget()
        self.rule = Label(look, "", "body", "ink2", wrap=True)
        self.more = Button(look, "", "quiet", "ph.plus")
        self.more.show_action(self.desk.actions["flow.add_way"])
        holder.setLayout(column(self.rule, self._lines, row(self.more, None), spacing=10))
        return Field(look, words("Name"), self.name), section(look, words("Ways"), holder)

    def show_fields(self, told: Told) -> None:  # noqa: ARG002 - the fork itself says more
        """Show the fork's name, and for an experiment its paths."""
        node, words = self.verbs.node(self.id), self.verbs.words
        if not isinstance(node, (Split, Experiment)):
            return
        self.name.set_value(node.name)
        paths = node.paths if isinstance(node, Experiment) else ()
        by_chance = words("Customers are drawn by chance, by weight.")
        first = words("Customers take the first arm whose conditions they meet. The last arm takes everybody else.")
        self.rule.set_text(by_chance if paths else first)
        self._show_paths(paths)

    def _show_paths(self, paths: tuple[Path, ...]) -> None:
        if list(self.shares) != [path.id for path in paths]:
            for line in self.shares.values():
                self._lines.removeWidget(line)
                line.hide()
                line.deleteLater()
            self.shares = {path.id: Share(self, path) for path in paths}
            for line in self.shares.values():
                self._lines.addWidget(line)
                line.show()
            room_changed(self)
        total = sum(path.weight for path in paths)
        for path in paths:
            self.shares[path.id].show_path(path, total)

    def _rename(self, name: str) -> None:
        rename(self.verbs, self.id, name)


class WayPage(Page):
    """The conditions of an arm, or the weight of a path."""

    def sections(self) -> tuple[QWidget, ...]:
        """Return the name, and what decides who comes this way."""
        look, words = self.look, self.verbs.words
        self.name = LineField(look, words("Name"), words("A name for colleagues"))
        self.weight = Weight(look, words("Weight"))
        self.conditions = ConditionRows(look, words, words("If"), words("Everybody else comes this way."))
        self.weight_field = Field(look, words("Weight"), self.weight, words("Shares of all weights together."))
        self.who = section(look, words("Who comes this way"), self.conditions)
        self.name.edited.connect(self._rename)
        self.weight.edited.connect(self._weigh)
        self.conditions.edited.connect(self._set)
        return Field(look, words("Name"), self.name), self.weight_field, self.who

    def show_fields(self, told: Told) -> None:  # noqa: ARG002 - the way itself says more
        """Show the arm or the path."""
        node = self.verbs.node(self.id)
        if not isinstance(node, (Arm, Path)):
            return
        self.name.set_value(node.name)
        self.weight_field.setVisible(isinstance(node, Path))
        self.who.setVisible(isinstance(node, Arm))
        if isinstance(node, Path) and self.weight.value != node.weight:
            self.weight.set_value(node.weight)
        if isinstance(node, Arm):
            self.conditions.show_conditions(node.conditions, self.desk.session.project.brand.currency)
            self.conditions.more.setVisible(bool(node.conditions))

    def _rename(self, name: str) -> None:
        rename(self.verbs, self.id, name)

    def _weigh(self, weight: float) -> None:
        set_weight(self.verbs, self.id, weight)

    def _set(self, conditions: tuple[Condition, ...]) -> None:
        if not set_conditions(self.verbs, self.id, conditions):
            self.show_step(self.id)
