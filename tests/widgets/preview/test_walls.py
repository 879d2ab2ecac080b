"""No e-mail reaches anything outside the program, whatever it holds: a server beside it counts who knocks."""

import socket
import socketserver
import threading

import pytest

from widgets.preview.view import Page


class Door(socketserver.ThreadingTCPServer):
    """Counts connections, even those that ask for nothing."""

    daemon_threads = False  # closing waits for all who were let in
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), socketserver.BaseRequestHandler)
        self.knocks = []

    def process_request(self, request, address):
        self.knocks.append(address)
        super().process_request(request, address)


@pytest.fixture
def door():
    with Door() as server:
        listening = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        listening.start()
        yield server
        server.shutdown()
        listening.join()


HOSTILE = """<html><head><title>calm</title>
<meta http-equiv="refresh" content="0;url={out}/refresh"><link rel="preconnect" href="{out}">
<link rel="dns-prefetch" href="{out}"><link rel="prefetch" href="{out}/p"><link rel="preload" href="{out}/f" as="font">
<link rel="stylesheet" href="{out}/s.css"><base href="{out}/">
<style>@import url({out}/i.css);
@font-face{{font-family:x;src:url({out}/x.woff)}}
body{{font-family:x;background:url({out}/bg.png)}}</style>
<script src="{out}/evil.js"></script><script>document.title="evil";document.documentElement.className="evil"</script>
</head><body onload="document.title='evil'" background="{out}/b.png">
<img src="{out}/a.png" onerror="document.title='evil'">
<img srcset="{out}/a2.png 2x"><picture><source srcset="{out}/c.png"></picture><video src="{out}/v.mp4" autoplay></video>
<audio src="{out}/v.mp3" autoplay></audio><iframe src="{out}/frame"></iframe><object data="{out}/o"></object>
<embed src="{out}/e"><form id="f" action="{out}/form" method="post"><input type="image" src="{out}/go.png"></form>
<svg><image href="{out}/svg.png"/></svg><a ping="{out}/ping" href="{out}/link">x</a>
<img src="file:///etc/hostname"><iframe src="javascript:top.document.title='evil'"></iframe>
<iframe srcdoc="<img src='{out}/nested.png'><script>parent.document.title='evil'</script>"></iframe></body></html>"""


def hostile(door):
    return HOSTILE.format(out=f"http://127.0.0.1:{door.server_address[1]}")


def ask(qtbot, view, script):
    """Return what a script of our own world finds in the e-mail's frame."""
    said = []
    view._engine.page.runJavaScript(script, 1, said.append)
    qtbot.waitUntil(lambda: bool(said))
    return said[0]


FRAME = "document.querySelector('iframe').contentDocument"


def test_a_hostile_e_mail_reaches_nobody(qtbot, chromium, heard, door):
    chromium.show_page(Page(hostile(door)))
    qtbot.waitUntil(lambda: heard.shown == 1, timeout=15_000)
    chromium.show_page(Page(hostile(door) + " ", dark=True))
    qtbot.waitUntil(lambda: heard.shown == 2, timeout=15_000)
    ask(qtbot, chromium, f"{FRAME}.getElementById('f').submit(); {FRAME}.querySelector('a').click(); 'done'")
    chromium.show_page(Page("<html><body>after</body></html>"))
    qtbot.waitUntil(lambda: heard.shown == 3, timeout=15_000)
    assert door.knocks == []


def test_no_script_of_an_e_mail_runs(qtbot, chromium, heard, door):
    chromium.show_page(Page(hostile(door)))
    qtbot.waitUntil(lambda: heard.shown == 1, timeout=15_000)
    found = ask(qtbot, chromium, f"{FRAME}.title + '|' + {FRAME}.documentElement.className + '|' + document.title")
    assert found == "calm||Fabel"


def test_even_what_the_page_itself_brings_is_held_to_the_policy(qtbot, chromium, heard):
    sheet = "<link rel='stylesheet' href='data:text/css,body{color:rgb(1,2,3)}'>"
    chromium.show_page(Page(f"<html><head>{sheet}</head><body>words</body></html>"))
    qtbot.waitUntil(lambda: heard.shown == 1, timeout=15_000)
    assert ask(qtbot, chromium, f"getComputedStyle({FRAME}.body).color") == "rgb(0, 0, 0)"


def test_a_printed_e_mail_reaches_nobody_either(qtbot, chromium, door):
    taken = []
    chromium.take("pdf", Page(hostile(door)), taken.append)
    qtbot.waitUntil(lambda: bool(taken), timeout=20_000)
    assert door.knocks == []


def test_the_door_would_hear_a_knock(qtbot, door):
    with socket.create_connection(door.server_address, timeout=5):
        qtbot.waitUntil(lambda: len(door.knocks) == 1)
