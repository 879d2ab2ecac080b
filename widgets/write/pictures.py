"""Pictures that are dropped or pasted into the manuscript: read in a task, kept in the workspace, shown in a block."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from immutables import Map
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, QPointF
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from studio.edits.assets import add_asset
from studio.edits.blocks import add_block, block_in, set_setting
from studio.errors import StudioError
from studio.model.asset import Asset, content_id
from studio.model.ids import new_id
from studio.model.kinds import block_kind
from studio.model.message import Block
from studio.model.project import Project
from studio.model.trade import Channel
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.write.dragging import Landing, landing
from widgets.write.engine.view import ManuscriptView

MOST = 4_000_000
"""Bytes of a picture: more keeps a reader on a telephone waiting."""
FULL_WIDTH = 600
TYPES = {b"png": "image/png", b"jpeg": "image/jpeg", b"gif": "image/gif"}
ENDINGS = (".png", ".jpg", ".jpeg", ".gif")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a picture goes: into the setting of a block, or as a new block of a message before another one."""

    message: str
    before: str = ""
    block: str = ""
    setting: str = ""
    variant: str = ""


def pictures_in(mime: QMimeData) -> tuple[Path, ...] | QImage | None:
    """Return the files or the bitmap that a drop or the clipboard holds, or None where words are meant."""
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return files
    if mime.hasImage() and not mime.hasText() and not mime.hasHtml():
        image = mime.imageData()
        return image if isinstance(image, QImage) else None
    return None


def read_picture(source: Path | QImage) -> tuple[Asset, bytes]:
    """Return the asset and the bytes of a file or bitmap.

    Raise StudioError, with one sentence, for what is no picture an e-mail can show, or is too big.
    """
    name = source.name if isinstance(source, Path) else "picture.png"
    content = _bytes_of(source, name)
    if len(content) > MOST:
        raise StudioError(
            "“{name}” is {size} MB; a picture in an e-mail has at most {most} MB.",
            name=name,
            size=round(len(content) / 1e6, 1),
            most=round(MOST / 1e6),
        )
    buffer = QBuffer()
    buffer.setData(content)  # copies: a buffer over bytes of Python would not keep them alive
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    media_type, size = TYPES.get(bytes(reader.format().data())), reader.size()
    if media_type is None or not size.isValid() or reader.read().isNull():
        raise StudioError("“{name}” is no picture that e-mails can show: use PNG, JPEG or GIF.", name=name)
    return Asset(content_id(content), name, media_type, len(content), size.width(), size.height()), content


def _bytes_of(source: Path | QImage, name: str) -> bytes:
    if isinstance(source, QImage):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, b"png").write(source)
        return bytes(buffer.data().data())
    try:
        with source.open("rb") as file:
            return file.read(MOST * 4)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StudioError("“{name}” cannot be read: {reason}.", name=name, reason=reason) from error


def with_picture(project: Project, asset: Asset, target: Target, block_id: str) -> Project:
    """Return a project that has the picture and shows it at the target; `block_id` is that of a new block."""
    project = add_asset(project, project.assets.get(asset.id, asset))
    if target.block:
        return set_setting(project, target.block, target.setting, asset.id, target.variant)
    width = min(asset.width, FULL_WIDTH)
    block = Block(block_id, "image", settings=Map(asset=asset.id, width=width))
    return add_block(project, target.message, block, target.before)


class Pictures(QObject):
    """Takes pictures in and asks for the alt text of each at once, by putting the caret where it is written."""

    def __init__(self, desk: Desk, view: ManuscriptView) -> None:
        """Work for this view."""
        super().__init__(view)
        self._desk, self._view = desk, view

    def take_mime(self, mime: QMimeData, at: QPointF | None = None) -> bool:
        """Take what a drop at a place of the viewport, or a paste at the caret, holds; False where it is no picture."""
        found = pictures_in(mime)
        target = self.target_at(at) if at is not None else self.target_at_caret()
        if found is None or target is None:
            return False
        for source in found if isinstance(found, tuple) else (found,):
            self.take(source, target)
        return True

    def take(self, source: Path | QImage, target: Target) -> None:
        """Read a picture in a task and show it at the target; what is wrong with it is said in one sentence."""
        copy = source.copy() if isinstance(source, QImage) else source
        workspace = self._desk.workspace

        def work(_progress: Progress) -> Asset:
            asset, content = read_picture(copy)
            workspace.store.assets.put(content, asset.media_type)
            return asset

        def done(asset: Asset) -> None:
            self._show(asset, target)

        self._desk.tasks.start(work, done, self._desk.notices.refuse)

    def _show(self, asset: Asset, target: Target) -> None:
        block = target.block or new_id()
        try:
            project = with_picture(self._desk.session.project, asset, target, block)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
            return
        self._desk.session.do(self._desk.words("Put in a picture"), project)
        self._desk.here.go(message=target.message, block=block, field="alt", variant=target.variant, offset=0)
        self._view.setFocus()

    def target_at(self, at: QPointF) -> Target | None:
        """Return where a picture dropped at a place goes: into a card that shows one, else between blocks."""
        row = self._view.places.row_at(at)
        if row is not None and row.block and (target := self.target_of(row.message, row.block, row.variant)):
            return target
        where = self.landing_at(at)
        return self._new(where.message, where.before) if where else None

    def landing_at(self, at: QPointF) -> Landing | None:
        """Return between which blocks a place of the viewport lies."""
        return landing(self._desk.session.project, self._view.places.visible(), at.y())

    def target_at_caret(self) -> Target | None:
        """Return where a pasted picture goes: after the block the caret is in."""
        spot, project = self._desk.here.spot, self._desk.session.project
        if spot.message not in project.messages:
            return None
        blocks = project.messages[spot.message].blocks
        following = blocks[blocks.index(spot.block) + 1 :] if spot.block in blocks else blocks[:1]
        return self._new(spot.message, following[0] if following else "")

    def target_of(self, message: str, block_id: str, variant: str = "", setting: str = "") -> Target | None:
        """Return a block's own place for a picture, or None where its kind shows none."""
        block = block_in(self._desk.session.project, block_id, variant)
        assets = block_kind(block.kind).assets
        name = setting or next(iter(assets), "")
        return Target(message, "", block_id, name, variant) if name in assets else None

    def _new(self, message: str, before: str) -> Target | None:
        is_mail = self._desk.session.project.messages[message].channel is Channel.EMAIL
        return Target(message, before) if is_mail else None
