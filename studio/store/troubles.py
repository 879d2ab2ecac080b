"""What a database driver complains of, in sentences a person can act on; what is not in here is a bug."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from immutables import Map
from sqlalchemy.exc import DBAPIError, OperationalError

from studio.errors import ServiceTrouble, StudioError
from studio.i18n import N_

BUSY = N_("Another program is writing to the workspace {workspace} and does not finish. Nothing was lost; try again.")
CLOSED = N_(
    "The workspace {workspace} cannot be opened or written. Check that its folder exists and may be written to."
)
FULL = N_("The disk with the workspace {workspace} is full. Make room and try again; what was saved before is safe.")
FAILING = N_("The disk with the workspace {workspace} reports an error ({code}). Copy your work elsewhere.")
STRANGE = N_("{workspace} is not a Fabel workspace.")
DAMAGED = N_("The workspace {workspace} is damaged. Keep a copy of the file and bring back an earlier one.")
UNREACHABLE = N_("The shared workspace {workspace} does not answer: {reason}.")

_SQLITE: Map[int, str] = Map(
    {3: CLOSED, 5: BUSY, 6: BUSY, 8: CLOSED, 10: FAILING, 11: DAMAGED, 13: FULL, 14: CLOSED, 23: CLOSED, 26: STRANGE}
)
"""Primary result codes of SQLite (https://sqlite.org/rescode.html)."""

_POSTGRESQL: Map[str, str] = Map(
    {"25006": CLOSED, "40001": BUSY, "40P01": BUSY, "42501": CLOSED, "53100": FULL, "55P03": BUSY, "57014": BUSY}
)
"""SQLSTATE codes (PostgreSQL manual, appendix A)."""


@contextmanager
def plainly(workspace: str) -> Iterator[None]:
    """Raise StudioError, naming the workspace, for what a person can mend of what the driver raises inside."""
    try:
        yield
    except DBAPIError as error:
        refusal = _refusal(error, workspace)
        if refusal is None:
            raise
        raise refusal from error


def _refusal(error: DBAPIError, workspace: str) -> StudioError | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return _worded(_SQLITE.get(code & 0xFF), workspace, str(getattr(error.orig, "sqlite_errorname", code)))
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state and state in _POSTGRESQL:
        return _worded(_POSTGRESQL[state], workspace, state)
    if isinstance(error, OperationalError) and (state is None or state[:2] in {"08", "28", "3D", "53", "57"}):
        return ServiceTrouble(UNREACHABLE, workspace=workspace, reason=_reason(error))
    return None


def _worded(message: str | None, workspace: str, code: str) -> StudioError | None:
    if message is None:
        return None
    if message == BUSY:
        return ServiceTrouble(message, workspace=workspace)
    return StudioError(message, workspace=workspace, **({"code": code} if message == FAILING else {}))


def _reason(error: DBAPIError) -> str:
    lines = str(error.orig).strip().splitlines() or [""]
    return lines[0].removesuffix(".")
