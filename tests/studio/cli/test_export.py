"""`export`: bundles in folders, laid out as promised, with nothing stale and nothing lost unsaid."""

import json

import pytest

from studio.exporters.registry import BUILT_IN


@pytest.fixture
def exported(fabel, cart, tmp_path):
    """Return a function that exports the cart and gives the folder of its Norwegian flow."""

    def call(target, *more):
        ran = fabel("export", target, cart, "-o", tmp_path / "out", *more)
        assert ran.code == 0, ran.err
        return tmp_path / "out" / "cart-classic" / "nb"

    return call


def test_a_service_s_requests_are_numbered_and_hold_no_credentials(exported):
    folder = exported("klaviyo")
    requests = sorted(file.name for file in (folder / "requests").iterdir())
    assert requests[0].startswith("001-image")
    text = "".join(file.read_text("utf-8") for file in (folder / "requests").iterdir()).lower()
    assert "authorization" not in text


def test_what_only_the_service_knows_is_a_reference(exported):
    flow = next(file for file in (exported("klaviyo") / "requests").iterdir() if "flow" in file.name)
    assert '"@metric:Checkout Started"' in flow.read_text("utf-8")
    assert '"@002.data.id"' in flow.read_text("utf-8")


def test_losses_are_a_list_with_place_and_words(exported):
    losses = json.loads((exported("brevo") / "losses.json").read_text("utf-8"))
    assert all({"id", "place", "wanted", "becomes"} == set(loss) for loss in losses)
    assert "brevo.flow" in {loss["id"] for loss in losses}


def test_the_build_sheet_needs_nothing_from_elsewhere(exported):
    sheet = (exported("brevo") / "build-sheet.html").read_text("utf-8")
    assert "<script src" not in sheet
    assert "<link" not in sheet
    assert "localStorage" in sheet


def test_each_language_is_a_flow_of_its_own(exported):
    assert {folder.name for folder in exported("klaviyo").parent.iterdir()} == {"nb", "sv"}


def test_files_of_an_earlier_export_do_not_stay(exported):
    folder = exported("html")
    (folder / "mine.txt").write_text("my own")
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**manifest, "files": [*manifest["files"], "old.html"]}))
    (folder / "old.html").write_text("an older letter")
    exported("html")
    assert not (folder / "old.html").exists()
    assert (folder / "mine.txt").read_text() == "my own"


def test_what_another_target_wrote_stays_whole(exported, fabel, cart, tmp_path):
    folder = exported("klaviyo")
    (folder / "manifest.json").rename(tmp_path / "kept.json")  # the first language is free, the second is not
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    ran = fabel("export", "html", cart, "-o", tmp_path / "out")
    assert (ran.code, "holds the files for Klaviyo" in ran.err) == (1, True)
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("wish", [("nosuch",), ("klaviyo", "--set", "colour=red"), ("klaviyo", "--set", "nonsense")])
def test_what_does_not_exist_is_wrong_use(fabel, cart, tmp_path, wish):
    target, *more = wish
    assert fabel("export", target, cart, "-o", tmp_path / "o", *more).code == 2


@pytest.mark.parametrize("target", sorted(BUILT_IN))
def test_every_target_can_be_exported(fabel, cart, tmp_path, target):
    ran = fabel("export", target, cart, "--language", "nb", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    manifest = json.loads((tmp_path / "out" / "cart-classic" / "nb" / "manifest.json").read_text("utf-8"))
    assert manifest["target"] == target


def test_an_unknown_account_has_no_defaults_to_export_with(fabel, cart, tmp_path):
    assert fabel("export", "klaviyo", cart, "--account", "Nobody", "-o", tmp_path / "out").code == 2
