"""The one page that Chromium ever shows: a stage of ours on which e-mails stand in frames that may do nothing.

The script runs in a world of its own (Qt's ApplicationWorld); in the page's own world JavaScript is off. An e-mail
comes in a second frame behind the first, which goes when the second is drawn: nothing flickers, and the place in it
stays. `color-scheme` of the frame is what the e-mail takes for its reader's choice of light or dark.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

STAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Fabel</title><style>
html,body{margin:0;padding:0;height:100%}
html{scrollbar-width:none;overflow-x:hidden}
#stage{position:relative;margin:0 auto;overflow:hidden}
iframe{position:absolute;top:0;left:0;border:0;transform-origin:0 0;display:block}
iframe.coming{visibility:hidden}
#flag{position:absolute;left:0;width:100%;height:4px;display:none;
background:linear-gradient(90deg,magenta 50%,lime 50%)}
#mark{position:absolute;left:2px;width:3px;border-radius:2px;display:none;transition:top .14s,height .14s}
</style></head><body><div id="stage"><div id="mark"></div><div id="flag"></div></div></body></html>"""

_SCRIPT = """
var fabel = (function () {
  var stage = document.getElementById('stage'), mark = document.getElementById('mark');
  var now = null, next = null, block = '', wish = null, shown = null;

  function tell() { console.log(TOKEN + JSON.stringify(Array.from(arguments))); }

  function fit() {
    if (!now) { return; }
    var scale = Math.min(1, window.innerWidth / shown.width);
    var height = Math.max(shown.content, Math.ceil(window.innerHeight / scale));
    now.style.height = height + 'px';
    now.style.transform = scale === 1 ? '' : 'scale(' + scale + ')';
    stage.style.width = Math.floor(shown.width * scale) + 'px';
    stage.style.height = Math.max(Math.floor(shown.content * scale), window.innerHeight) + 'px';
    if (document.getElementById('flag').style.display) { raise(); }
    point(block, false);
  }

  function arrive(frame, asked) {
    if (frame !== next) { return; }
    var page = frame.contentDocument;
    if (!page || !page.body) { return; }
    shown = asked;
    shown.content = Math.ceil(page.documentElement.scrollHeight);
    frame.className = '';
    if (now) { now.remove(); }
    now = next; next = null;
    document.documentElement.style.colorScheme = asked.dark ? 'dark' : 'light';
    document.body.style.background = ground(page);
    page.addEventListener('click', clicked);
    page.addEventListener('auxclick', function (event) { event.preventDefault(); });
    if (wish !== asked.key) { wish = asked.key; window.scrollTo(0, 0); }
    fit();
    requestAnimationFrame(function () { requestAnimationFrame(function () { tell('shown', shown.content); }); });
  }

  function ground(page) {
    var color = getComputedStyle(page.body).backgroundColor;
    return color === 'rgba(0, 0, 0, 0)' ? 'Canvas' : color;
  }

  function show(asked) {
    if (next) { next.remove(); }
    var frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.setAttribute('scrolling', 'no');
    frame.className = 'coming';
    frame.style.colorScheme = asked.dark ? 'dark' : 'light';
    frame.style.width = asked.width + 'px';
    frame.style.height = '1px';
    mark.style.background = asked.accent;
    next = frame;
    frame.addEventListener('load', function () { arrive(frame, asked); });
    frame.src = asked.address;
    stage.insertBefore(frame, mark);
  }

  // For pictures: a strip below the e-mail, in colours that come out last, tells that all above it is drawn.
  function raise() {
    var flag = document.getElementById('flag');
    flag.style.top = shown.content + 'px';
    flag.style.display = 'block';
    now.style.height = shown.content + 'px';
    stage.style.height = (shown.content + 4) + 'px';
  }

  function marked(node) { return node.nodeType === 8 && node.data.indexOf('block ') === 0; }

  function box(name) {
    var page = now.contentDocument, walker = page.createTreeWalker(page.body, 128), top = Infinity, bottom = -1;
    while (walker.nextNode()) {
      if (walker.currentNode.data !== 'block ' + name) { continue; }
      for (var node = walker.currentNode.nextSibling; node && !marked(node); node = node.nextSibling) {
        if (node.nodeType !== 1) { continue; }
        var place = node.getBoundingClientRect();
        if (place.height > 0) { top = Math.min(top, place.top); bottom = Math.max(bottom, place.bottom); }
      }
    }
    return bottom < 0 ? null : { top: top, bottom: bottom };
  }

  function point(name, go) {
    block = name;
    var place = now && name ? box(name) : null;
    mark.style.display = place ? 'block' : 'none';
    if (!place) { return; }
    var scale = Math.min(1, window.innerWidth / shown.width);
    var top = place.top * scale, bottom = place.bottom * scale;
    mark.style.top = top + 'px';
    mark.style.height = (bottom - top) + 'px';
    var seen = top >= window.scrollY + 8 && bottom <= window.scrollY + window.innerHeight - 8;
    if (go && !seen) { window.scrollTo(0, Math.max(0, top - window.innerHeight * 0.3)); }
  }

  function blockOf(node) {
    for (; node && node.nodeName !== 'BODY'; node = node.parentNode) {
      for (var before = node.previousSibling; before; before = before.previousSibling) {
        if (marked(before)) { return before.data.slice(6); }
      }
    }
    return '';
  }

  function clicked(event) {
    event.preventDefault();
    var link = event.target.closest('a[href],area[href]'), name = blockOf(event.target);
    if (name) { tell('block', name); }
    if (link) { tell('link', link.getAttribute('href')); }
  }

  window.addEventListener('resize', fit);
  return { show: show, point: point, raise: raise, tell: tell };
})();
fabel.tell('ready');
"""


def script(token: str) -> str:
    """Return the stage's script; what it tells begins with `token`, which no e-mail can know."""
    return f"var TOKEN = {json.dumps(token)};{_SCRIPT}"


@dataclass(frozen=True, slots=True)
class Told:
    """Something that the stage told: a word ("ready", "shown", "block", "link") and its value."""

    word: str
    value: str | float = ""


def heard(line: str, token: str) -> Told | None:
    """Return what a line of the console tells, None where it is not the stage's."""
    if not line.startswith(token):
        return None
    word, *values = json.loads(line.removeprefix(token))
    return Told(str(word), values[0] if values else "")


def call(name: str, *values: object) -> str:
    """Return the script that calls a function of the stage."""
    return f"fabel.{name}({', '.join(json.dumps(value) for value in values)})"
