"""PySide6 survives thousands of emits: 6.12.0 on Python 3.11 leaked a reference to True each time and aborted."""

import subprocess
import sys

EMITS = """
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    changed = Signal(bool)

heard = []
source = Source()
source.changed.connect(heard.append)
for _ in range(5000):
    source.changed.emit(True)
print(len(heard))
"""


def test_five_thousand_emits_end_well():
    done = subprocess.run([sys.executable, "-c", EMITS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "5000"), done.stderr
