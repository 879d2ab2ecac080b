"""`new`: a flow from a preset, the same every time, refused in one clear sentence where it cannot be made."""

import pytest

from studio.store.archive.reading import read_fabel


def test_the_same_input_gives_the_same_file(fabel, cart, tmp_path):
    fabel("new", "cart-classic", "--language", "nb", "--language", "sv", "-o", tmp_path / "again.fabel")
    assert (tmp_path / "again.fabel").read_bytes() == cart.read_bytes()


def test_languages_stand_in_the_order_asked_for(cart):
    (flow,) = read_fabel(cart).project.sequences.values()
    assert (flow.languages, flow.source_language) == (("nb", "sv"), "nb")


def test_a_client_s_own_brand_takes_the_place_of_the_invented_one(fabel, tmp_path):
    brand = tmp_path / "brand.toml"
    brand.write_text('schema = 1\nname = "Ull & Tre"\n[facts.nb]\nplace = "Voss"\n', "utf-8")
    assert fabel("new", "cart-classic", "-l", "nb", "--brand", brand, "-o", tmp_path / "a.fabel").code == 0
    project = read_fabel(tmp_path / "a.fabel").project
    assert (project.brand.name, project.brand.sample) == ("Ull & Tre", False)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("cart-clasic", "-l", "nb"), 2, "cart-classic"),
        (("cart-classic", "-l", "tlh"), 2, "nb"),
        (("cart-classic", "-l", "nb", "--tone", "shrill"), 2, "warm"),
        (("cart-classic", "-l", "nb", "--brand", "gone.toml"), 1, "gone.toml"),
    ],
)
def test_a_wrong_wish_gets_one_sentence_and_writes_nothing(fabel, tmp_path, arguments, code, said):
    ran = fabel("new", *arguments, "-o", tmp_path / "x.fabel")
    assert (ran.code, ran.err.count("\n")) == (code, 1)
    assert said in ran.err
    assert not (tmp_path / "x.fabel").exists()


def test_a_file_by_another_name_is_refused(fabel, tmp_path):
    assert fabel("new", "cart-classic", "-l", "nb", "-o", tmp_path / "cart.zip").code == 1


def test_no_output_is_wrong_use(fabel):
    assert fabel("new", "cart-classic").code == 2


def test_a_folder_that_is_there_is_written_as_a_folder(fabel, tmp_path):
    (tmp_path / "cart.fabel").mkdir()
    assert fabel("new", "cart-classic", "-l", "nb", "-o", tmp_path / "cart.fabel").code == 0
    assert (tmp_path / "cart.fabel" / "copy" / "nb" / "reminder.md").is_file()


def test_a_folder_with_other_files_is_refused(fabel, tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "holiday.jpg").write_bytes(b"mine")
    ran = fabel("new", "cart-classic", "-l", "nb", "-o", tmp_path)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert [file.name for file in tmp_path.rglob("*.*")] == ["holiday.jpg"]


def test_a_folder_made_before_is_written_again(fabel, tmp_path):
    (tmp_path / "flow").mkdir()
    for _ in range(2):
        assert fabel("new", "cart-classic", "-l", "nb", "-o", tmp_path / "flow").code == 0


def test_somebody_s_work_is_not_written_over(fabel, cart):
    before = cart.read_bytes()
    ran = fabel("new", "cart-classic", "-l", "nb", "-o", cart)
    assert ran.code == 1
    assert "--force" in ran.err
    assert cart.read_bytes() == before


def test_the_same_once_more_is_no_overwriting(fabel, cart):
    assert fabel("new", "cart-classic", "--language", "nb", "--language", "sv", "-o", cart).code == 0


def test_force_replaces(fabel, cart):
    assert fabel("new", "cart-classic", "-l", "nb", "-o", cart, "--force").code == 0
    (flow,) = read_fabel(cart).project.sequences.values()
    assert flow.languages == ("nb",)
