"""A zip or folder from anywhere: nothing leads outside, nothing explodes, nothing is half written."""

import stat
import zipfile

import pytest

from studio.errors import StudioError
from studio.store.archive import container
from studio.store.archive.container import read_container, write_container


def zipped(path, *entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def test_what_is_written_reads_back(tmp_path):
    files = {"manifest.json": b"{}", "copy/nb/a.md": "blåbær".encode()}
    write_container(tmp_path / "a.fabel", files)
    assert read_container(tmp_path / "a.fabel") == files


def test_the_same_files_give_the_same_bytes(tmp_path):
    files = {"b": b"2", "a": b"1"}
    write_container(tmp_path / "x.fabel", files)
    write_container(tmp_path / "y.fabel", dict(reversed(files.items())))
    assert (tmp_path / "x.fabel").read_bytes() == (tmp_path / "y.fabel").read_bytes()


def test_a_folder_serves_as_well_and_forgets_what_is_gone(tmp_path):
    write_container(tmp_path, {"manifest.json": b"{}", "copy/nb/a.md": b"a", "copy/nb/b.md": b"b"})
    write_container(tmp_path, {"manifest.json": b"{}", "copy/nb/a.md": b"a2"})
    assert read_container(tmp_path) == {"manifest.json": b"{}", "copy/nb/a.md": b"a2"}


def test_a_stranger_s_file_beside_a_folder_is_left_alone(tmp_path):
    (tmp_path / "README.txt").write_bytes(b"mine")
    write_container(tmp_path, {"manifest.json": b"{}"})
    assert (tmp_path / "README.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["../out", "/etc/passwd", "a/../../b", "C:/x", "a\\b"])
def test_a_name_that_leads_outside_is_refused(tmp_path, name):
    with pytest.raises(StudioError, match="unsafe name"):
        read_container(zipped(tmp_path / "a.fabel", (name, "x")))


def test_an_entry_without_a_name_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.fabel", "w") as archive:
        archive.writestr(zipfile.ZipInfo(), b"")
        archive.filelist[0].filename = ""
    with pytest.raises(StudioError, match="unsafe"):
        read_container(tmp_path / "x.fabel")


def test_a_link_in_a_zip_is_refused(tmp_path):
    info = zipfile.ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(StudioError, match="holds a link"):
        read_container(zipped(tmp_path / "a.fabel", (info, "/etc/passwd")))


def test_a_link_in_a_folder_is_refused(tmp_path):
    (tmp_path / "secret").symlink_to("/etc/passwd")
    with pytest.raises(StudioError, match="holds a link"):
        read_container(tmp_path)


def test_a_bomb_is_stopped_by_what_comes_out(tmp_path, monkeypatch):
    monkeypatch.setattr(container, "MOST_BYTES", 1000)
    with pytest.raises(StudioError, match="over 64 MB"):
        read_container(zipped(tmp_path / "a.fabel", ("big", b"0" * 100_000)))


def test_many_small_files_together_are_stopped_too(tmp_path, monkeypatch):
    monkeypatch.setattr(container, "MOST_TOTAL", 1000)
    with pytest.raises(StudioError, match="512 MB"):
        read_container(zipped(tmp_path / "a.fabel", *((f"f{number}", b"0" * 400) for number in range(3))))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_doubled_name_is_refused(tmp_path):
    with pytest.raises(StudioError, match="twice"):
        read_container(zipped(tmp_path / "a.fabel", ("a", "1"), ("a", "2")))


def test_what_is_no_zip_is_said_to_be_none(tmp_path):
    (tmp_path / "a.fabel").write_bytes(b"PK\x03\x04 but no more")
    with pytest.raises(StudioError, match="damaged"):
        read_container(tmp_path / "a.fabel")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(StudioError, match=r"There is no file “gone\.fabel”"):
        read_container(tmp_path / "gone.fabel")


def test_a_cut_zip_is_refused_at_any_length(tmp_path):
    whole = zipped(tmp_path / "a.fabel", ("manifest.json", "{}" * 100)).read_bytes()
    for length in range(0, len(whole) - 1, 7):
        (tmp_path / "cut.fabel").write_bytes(whole[:length])
        with pytest.raises(StudioError):
            read_container(tmp_path / "cut.fabel")


def test_a_flipped_byte_never_breaks_the_reader(tmp_path):
    whole = bytearray(zipped(tmp_path / "a.fabel", ("manifest.json", "{}" * 100)).read_bytes())
    for place in range(0, len(whole), 3):
        damaged = whole.copy()
        damaged[place] ^= 0xFF
        (tmp_path / "bad.fabel").write_bytes(damaged)
        try:
            read_container(tmp_path / "bad.fabel")
        except StudioError:
            continue


def test_a_failed_write_leaves_the_old_file(tmp_path):
    write_container(tmp_path / "a.fabel", {"a": b"old"})
    with pytest.raises(TypeError):
        write_container(tmp_path / "a.fabel", {"a": b"new", "b": None})
    assert read_container(tmp_path / "a.fabel") == {"a": b"old"}
    assert [file.name for file in tmp_path.iterdir()] == ["a.fabel"]


def test_a_stranger_s_file_among_ours_is_never_taken_away(tmp_path):
    for name in ("pictures/holiday.jpg", "copy/thesis.md", "messages/draft.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"mine")
    write_container(
        tmp_path, {"manifest.json": b"{}", "pictures/a.png": b"a", "copy/nb/a.md": b"a", "messages/a.json": b"{}"}
    )
    assert {"holiday.jpg", "thesis.md", "draft.docx"} <= {file.name for file in tmp_path.rglob("*.*")}


def refuse(*_arguments):
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("what", ["pathlib.Path.read_bytes", "os.scandir"])
def test_a_folder_that_cannot_be_read_in_full_is_refused(tmp_path, monkeypatch, what):
    (tmp_path / "manifest.json").write_bytes(b"{}")
    monkeypatch.setattr(what, refuse)
    with pytest.raises(StudioError, match="cannot be read: Permission denied"):
        read_container(tmp_path)
