"""The build sheet: what a service's API does not take, click by click, in the words of that service's own editor."""

from studio.exporters.byhand.sheet import sheet_of
from studio.exporters.byhand.vocabulary import Vocabulary

__all__ = ["Vocabulary", "sheet_of"]
