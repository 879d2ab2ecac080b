"""The two simplest ways in which a thing at a service follows one here: it is written again whole, or left alone."""

from __future__ import annotations

from typing import Any

from studio.exporters.service import Call, Updater


def rewriting(method: str, path: str, without: tuple[str, ...] = ()) -> Updater:
    """Return an updater that sends a thing's new body whole to `path`, which holds its id as `{id}`.

    The fields in `without` are left out: what can never change, or is the business of whoever switched it on there.
    """

    def update(
        remote_id: str,
        answer: str,  # noqa: ARG001 - the shape of an Updater
        before: Any,  # noqa: ANN401, ARG001
        after: Any,  # noqa: ANN401
        touched: frozenset[str],  # noqa: ARG001
    ) -> tuple[Call, ...]:
        body = {name: value for name, value in after.items() if name not in without}
        return (Call(method, path.replace("{id}", remote_id), body),)

    return update


def left_alone(
    remote_id: str,  # noqa: ARG001 - the shape of an Updater
    answer: str,  # noqa: ARG001
    before: Any,  # noqa: ANN401, ARG001
    after: Any,  # noqa: ANN401, ARG001
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...]:
    """Return nothing to do: what exists is the right one, as a picture is, which is known by its content."""
    return ()
