"""Files instead of a service: where they lie, one zip, and a disk that refuses."""

import zipfile

import pytest

from studio.exporters.html import Options


@pytest.fixture
def files(desk, show, outside, tmp_path):
    outside.path = tmp_path
    screen = show(desk)
    screen.delivery.choose(target="html")
    return screen


def test_the_plan_names_the_files_of_each_message(files):
    names = [row.accessibleName() for row in files.plan.plan.rows]
    assert names[0] == "01-lappen-pa-kurven-a: will be written"
    assert names[-1].endswith("pictures: will be written")


def test_the_files_are_written_and_the_folder_is_offered(files, outside, tmp_path):
    files.ready.foot["save"].click()
    folder = next(tmp_path.glob("*/nb"))
    assert (folder / "manifest.json").is_file()
    assert len(list(folder.glob("*.html"))) == 6
    assert str(folder) in files.ready.outcome.text()
    files.ready.folder.click()
    assert outside.paths == [folder]


def test_one_zip_file_is_a_choice(files, tmp_path):
    files.delivery.choose(options=Options(zip=True))
    files.ready.foot["save"].click()
    with zipfile.ZipFile(next(tmp_path.glob("*/nb/messages.zip"))) as archive:
        assert sum(name.endswith(".html") for name in archive.namelist()) == 6


def test_the_files_of_another_target_stay_whole(files, tmp_path):
    files.ready.foot["save"].click()
    files.delivery.choose(target="eml")
    files.ready.foot["save"].click()
    assert "holds the files for HTML" in files.ready.outcome.text()
    folder = next(tmp_path.glob("*/nb"))
    assert (len(list(folder.glob("*.html"))), list(folder.glob("*.eml"))) == (6, [])


def test_a_disk_that_refuses_is_a_sentence(files, outside, tmp_path):
    outside.path = tmp_path / "file"
    outside.path.write_text("in the way")
    files.ready.foot["save"].click()
    assert "cannot be written" in files.ready.outcome.text()
    assert not files.ready.folder.isVisible()


def test_e_mail_files_have_nothing_to_choose(files):
    files.delivery.choose(target="eml")
    assert not files.plan.choices.isVisible()
    assert not files.ready.foot["push"].isVisible()
