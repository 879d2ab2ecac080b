"""A PostgreSQL server of the tests' own: data in tmp, a free port, another user where the tests run as root."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest


@dataclass(frozen=True)
class Server:
    """A running server; every test gets a schema of its own, which is made faster than a database."""

    port: int

    def address(self, database="postgres"):
        return f"postgresql://fabel@127.0.0.1:{self.port}/{database}"

    def new_workspace(self):
        name = f"fabel_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"{self.address()}?options=-csearch_path%3D{name}"


def program(name):
    """The path of one of the server's programs, newest version first, or None."""
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    return shutil.which(name) or (str(versions[-1]) if versions else None)


def _other_user():
    """How to run as somebody else: the server refuses root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd

    user = next(name for name in ("postgres", "nobody") if _is_known(pwd, name))
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _is_known(users, name):
    with contextlib.suppress(KeyError):
        return bool(users.getpwnam(name))
    return False


def _free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def _run(*command, folder):
    done = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True, **_other_user())
    if done.returncode:
        pytest.fail(f"{command[0]} failed: {done.stdout}{done.stderr}")


def _start(folder, port):
    data = str(folder / "data")
    _run(
        program("initdb"),
        "-D",
        data,
        "-U",
        "fabel",
        "--auth=trust",
        "--no-sync",
        "-E",
        "UTF8",
        "--locale=C",
        folder=folder,
    )
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    _run(program("pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start", folder=folder)


@contextlib.contextmanager
def _running():
    with tempfile.TemporaryDirectory(prefix="fabel-pg-") as name:
        folder, port = Path(name), _free_port()
        if user := _other_user():
            shutil.chown(folder, user["user"], user["group"])
        _start(folder, port)
        try:
            yield Server(port)
        finally:
            _run(program("pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop", folder=folder)


@pytest.fixture(scope="session")
def postgres():
    """The server; without its programs these tests are skipped, but never in CI."""
    if missing := [name for name in ("initdb", "pg_ctl", "postgres") if program(name) is None]:
        words = f"PostgreSQL's programs are not installed: {', '.join(missing)}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(words)
    with _running() as server:
        yield server
