"""The command line as a whole: help, exit codes, one clear line for what goes wrong."""

import subprocess
import sys

import pytest

from studio.tasks import Cancelled

COMMANDS = ["presets", "new", "render", "check", "export", "push", "queue", "live", "accounts"]


def test_without_a_command_it_helps(fabel):
    ran = fabel()
    assert ran.code == 0
    assert all(command in ran.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(fabel, capsys, command):
    assert fabel(command, "--help").code == 0
    assert "usage: fabel" in capsys.readouterr().out


@pytest.mark.parametrize("action", ["add", "test", "remove"])
def test_everything_about_accounts_has_help(fabel, capsys, action):
    assert fabel("accounts", action, "--help").code == 0
    assert f"usage: fabel accounts {action}" in capsys.readouterr().out


@pytest.mark.usefixtures("capsys")
def test_an_unknown_command_is_wrong_use(fabel):
    assert fabel("psuh").code == 2


@pytest.mark.parametrize("command", ["check", "render"])
def test_a_missing_file_is_one_line(fabel, tmp_path, command):
    more = ("-o", tmp_path / "o") if command == "render" else ()
    ran = fabel(command, tmp_path / "gone.fabel", *more)
    assert (ran.code, ran.err) == (1, "fabel: There is no file “gone.fabel”.\n")


def test_the_real_program_starts_without_qt_and_without_a_display(root):
    code = "import sys; sys.argv = ['fabel', 'presets']; import main; main.main(); print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_a_bug_is_told_apart_from_a_refusal(root):
    code = "import main, studio.cli.program as p; p.build_parser = None; import sys; sys.exit(main.main())"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert "Please report this" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "cart", "a.json", "--into", "a.fabel", "--name", "\udcff"),
        ("import", "klaviyo", "\udcff", "-o", "a.fabel"),
        ("push", "klaviyo", "a.fabel", "--later", "--set", "list=\udcff"),
        ("push", "klaviyo", "a.fabel", "--account", "\udcff"),
        ("check", "Kurv", "--workspace", "postgresql://127.0.0.1:1/\udcff"),
    ],
)
def test_what_is_no_text_is_wrong_use(fabel, arguments):
    ran = fabel(*arguments)
    assert (ran.code, "is no text that can be read" in ran.err) == (2, True)


@pytest.mark.parametrize(
    "arguments", [("check", ""), ("render", "a.fabel", "-o", ""), ("push", "klaviyo", "a.fabel", "--base-url", "")]
)
def test_an_empty_value_is_wrong_use(fabel, arguments):
    ran = fabel(*arguments)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "needs a value" in ran.err


@pytest.mark.parametrize("fault", [KeyboardInterrupt, Cancelled])
def test_calling_off_is_said_and_has_its_code(fabel, monkeypatch, fault):
    def interrupted(name):
        raise fault

    monkeypatch.setattr("studio.cli.program.import_module", interrupted)
    ran = fabel("presets")
    assert ran.code == 130
    assert ran.err.startswith("Cancelled.")
