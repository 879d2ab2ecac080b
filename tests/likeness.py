"""How alike two pictures of the window are, seen from far away: what is where, not which words stand there.

`python -m tests.likeness` draws the main screens anew and accepts them; look at them before you keep them.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import fmean, pstdev

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ACCEPTED = Path(__file__).parent / "golden" / "pictures"
ROOT = Path(__file__).resolve().parent.parent
STOPS = (
    "library",
    "gallery",
    "flow",
    "write",
    "check",
    "check-arc",
    "check-objections",
    "deliver",
    "brand",
    "personas",
    "accounts",
    "preferences",
    "palette",
    "account-new",
    "library-empty",
)
WIDE, HIGH = 144, 90
BLOCK = (8, 6)
"""Width and height of a block in dots of the small picture: 18 by 15 of them are the window."""
FAR, OTHER = 5.0, 22.0
"""How many of 255 shades the whole picture may be away on average, and a single block."""
SOME, LOST = 2.5, 0.4
"""A block with at least so much contrast may not keep less than this part of it."""
FEW = 8
"""So many blocks may have become others: words and figures change."""


def draw(folder):
    """Draw every screen in its light look with the program's own command."""
    command = [sys.executable, "main.py", "pictures", "-o", str(folder), "--theme", "light"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=550)


def small(picture):
    """Return a picture as 144 × 90 shades of grey, row by row."""
    grey = picture.convertToFormat(QImage.Format.Format_RGB32).scaled(
        WIDE, HIGH, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return grey.convertToFormat(QImage.Format.Format_Grayscale8)


def shades(picture):
    """Return the shades of a small picture."""
    return [[picture.pixelColor(x, y).lightness() for x in range(WIDE)] for y in range(HIGH)]


def blocks(rows):
    """Yield the shades of each block, from the top left."""
    across, down = BLOCK
    for top in range(0, HIGH, down):
        for left in range(0, WIDE, across):
            yield [shade for row in rows[top : top + down] for shade in row[left : left + across]]


def unlike(picture, accepted):
    """Return why a small picture is not like the accepted one, or nothing."""
    now, then = shades(picture), shades(accepted)
    pairs = [pair for row in zip(now, then, strict=True) for pair in zip(*row, strict=True)]
    far = fmean(abs(one - other) for one, other in pairs)
    changed = [number for number, pair in enumerate(zip(blocks(now), blocks(then), strict=True)) if is_other(*pair)]
    if far > FAR:
        return f"{far:.1f} shades away on average"
    if len(changed) > FEW:
        return f"{len(changed)} blocks are others: {', '.join(f'{n // 18}/{n % 18}' for n in changed)}"
    return ""


def is_other(now, then):
    """Tell whether a block is lighter, darker or emptier than it was."""
    contrast = pstdev(then)
    return abs(fmean(now) - fmean(then)) > OTHER or (contrast > SOME and pstdev(now) < contrast * LOST)


def accept():
    """Draw the main screens and keep them as the accepted ones."""
    ACCEPTED.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        draw(Path(folder))
        for stop in STOPS:
            small(QImage(str(Path(folder) / f"{stop}-light.png"))).save(str(ACCEPTED / f"{stop}.png"))


if __name__ == "__main__":
    accept()
