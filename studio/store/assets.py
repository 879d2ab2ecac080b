"""Pictures by content: the same bytes are kept once, however many projects use them."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from studio.errors import StudioError
from studio.model.asset import content_id
from studio.store.database import Database
from studio.store.tables import AssetRow
from studio.store.writing import upsert


class Assets:
    """The bytes of all pictures of a workspace."""

    def __init__(self, database: Database) -> None:
        """Look into this workspace."""
        self._database = database

    def put(self, content: bytes, media_type: str) -> str:
        """Keep some bytes, unless they are kept already, and return the digest by which they are known."""
        digest = content_id(content)
        if digest not in self:
            row = {"digest": digest, "media_type": media_type, "content": content}
            with self._database.writing() as connection:
                connection.execute(upsert(connection, AssetRow, ("digest",), ()), row)
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes with this digest; raise StudioError where the workspace has none."""
        with self._database.reading() as connection:
            found = connection.execute(select(col(AssetRow.content)).where(col(AssetRow.digest) == digest))
            content = found.scalar_one_or_none()
        if content is None:
            raise StudioError("The workspace has no picture with the digest {digest}.", digest=digest)
        return content

    def __contains__(self, digest: str) -> bool:
        """Tell whether the workspace has these bytes."""
        with self._database.reading() as connection:
            found = connection.execute(select(col(AssetRow.digest)).where(col(AssetRow.digest) == digest))
            return found.first() is not None
