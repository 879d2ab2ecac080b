import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from studio.errors import StudioError
from widgets.write import pictures
from widgets.write.pictures import Target, pictures_in, read_picture, with_picture


@pytest.fixture
def image():
    made = QImage(800, 300, QImage.Format.Format_RGB32)
    made.fill(QColor("teal"))
    return made


def test_a_bitmap_becomes_a_png(image):
    asset, content = read_picture(image)
    assert (asset.media_type, asset.width, asset.height, asset.size) == ("image/png", 800, 300, len(content))


def test_a_file_keeps_its_name_and_type(image, tmp_path):
    image.save(str(tmp_path / "støvel.jpg"))
    asset, _ = read_picture(tmp_path / "støvel.jpg")
    assert (asset.name, asset.media_type) == ("støvel.jpg", "image/jpeg")


@pytest.mark.parametrize("content", [b"", b"hei", b"\x89PNG\r\n\x1a\n broken", b"<svg/>"])
def test_what_is_no_picture_is_refused(content, tmp_path):
    (tmp_path / "x.png").write_bytes(content)
    with pytest.raises(StudioError, match="is no picture"):
        read_picture(tmp_path / "x.png")


def test_a_file_that_is_gone_is_refused(tmp_path):
    with pytest.raises(StudioError, match="cannot be read"):
        read_picture(tmp_path / "gone.png")


def test_a_picture_that_is_too_big_is_refused(image, monkeypatch):
    monkeypatch.setattr(pictures, "MOST", 100)
    with pytest.raises(StudioError, match="at most 0 MB"):
        read_picture(image)


def test_a_new_picture_stands_where_it_was_dropped(desk, image):
    project, (asset, _) = desk.session.project, read_picture(image)
    message = project.messages[desk.here.spot.message]
    after = with_picture(project, asset, Target(message.id, message.blocks[1]), "new")
    assert after.messages[message.id].blocks.index("new") == 1
    assert dict(after.blocks["new"].settings) == {"asset": asset.id, "width": 600}


def test_words_on_the_clipboard_are_no_picture(image):
    mime = QMimeData()
    mime.setImageData(image)
    assert pictures_in(mime) is not None
    mime.setText("words")
    assert pictures_in(mime) is None


def test_files_on_the_clipboard_are_pictures(tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png")), QUrl("https://a.no/b.png")])
    assert [path.name for path in pictures_in(mime)] == ["a.png"]
