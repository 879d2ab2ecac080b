"""Reports tell where the program failed and nothing of what the person wrote."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.reports import (
    KEPT,
    digest_of_fault,
    report,
    report_of_fault,
    report_since,
    short_path,
    without_folders,
    write_report,
)

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def caught(failing):
    try:
        failing()
    except Exception as error:  # noqa: BLE001 - what the crash hook does
        return error


def told(failing):
    return report(caught(failing), ("Fabel 1.0",), ("write.bold",), NOON)


def test_a_report_tells_program_system_place_and_last_actions():
    text = told(lambda: {}["b1"])
    assert all(
        word in text for word in ("Fabel 1.0", "Python 3", "tests/studio/test_reports.py", "write.bold", "KeyError")
    )


@pytest.mark.parametrize(
    "failing",
    [
        lambda: {}["kari@" + "example.com"],
        lambda: int("kari@" + "example.com"),
        lambda: ("kari@" + "example.com").encode("latin-1").decode("ascii").nothing(),
        lambda: (_ for _ in ()).throw(TypeError("kari@" + "example.com")),
    ],
)
def test_what_a_fault_quotes_is_not_in_its_report(failing):
    assert "kari@example.com" not in told(failing)


def test_a_message_that_names_code_is_told():
    assert "'NoneType' object has no attribute 'words'" in told(lambda: None.words)


def test_what_led_to_a_fault_is_told_first():
    def failing():
        try:
            {}["b1"]
        except KeyError as error:
            raise RuntimeError from error

    text = told(failing)
    assert text.index("KeyError") < text.index("which led to:") < text.index("RuntimeError")


def test_paths_do_not_tell_whose_computer_it_is():
    assert short_path("/home/kari/elsewhere/thing.py") == "thing.py"
    assert str(Path.home()) not in without_folders(f'File "{Path.home()}/x/thing.py", in {Path.home()}/y')


def test_the_same_fault_is_known_again_and_another_is_not():
    again = [caught(lambda: {}["b1"]) for _ in range(2)]
    assert digest_of_fault(again[0]) == digest_of_fault(again[1]) != digest_of_fault(caught(lambda: {}["b2"]))


def test_a_fault_outside_python_has_a_report_too():
    assert "Segmentation fault" in report_of_fault("Fatal Python error: Segmentation fault\n", ("Fabel",), (), NOON)


def test_the_oldest_reports_make_room(tmp_path):
    files = [write_report(tmp_path, str(n), NOON + timedelta(seconds=n)) for n in range(KEPT + 3)]
    assert sorted(tmp_path.iterdir()) == files[3:]


def test_the_report_of_a_run_is_found(tmp_path):
    assert report_since(tmp_path, NOON) is None
    file = write_report(tmp_path, "what happened", NOON)
    assert report_since(tmp_path, datetime.now(UTC) - timedelta(minutes=1)) == (file, "what happened")
    assert report_since(tmp_path, datetime.now(UTC) + timedelta(minutes=1)) is None


def test_a_disk_that_refuses_a_report_is_a_sentence(tmp_path):
    (tmp_path / "reports").write_text("")
    with pytest.raises(StudioError, match="The report could not be written"):
        write_report(tmp_path / "reports", "text", NOON)
