"""A small service on loopback: pictures, letters and flows, with the faults a real one has; and its description."""

import json
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from immutables import Map

from studio.exporters.base import Bundle, Request
from studio.exporters.service import Call, Listing, Rate, Resource, Service

KEY = "sk-very-secret-0815"
FAULTS = ("before", "after", "cut", "error-after", "nonsense")


@dataclass
class Shop:
    """What the service has. `faults` maps the number of a writing request (from 0) to what goes wrong with it."""

    things: dict = field(default_factory=dict)
    faults: dict = field(default_factory=dict)
    answers: list = field(default_factory=list)
    seen: list = field(default_factory=list)
    writes: int = 0
    last: int = 100
    next_page: str = ""
    url: str = ""

    def names(self, kind):
        return sorted(thing["name"] for its, thing in self.things.values() if its == kind)

    def of(self, kind):
        return [{"id": number, **thing} for number, (its, thing) in self.things.items() if its == kind]

    def sent(self, method):
        return [path for its, path, _, _ in self.seen if its == method]

    def add(self, kind, name, **content):
        self.last += 1
        number = self.last
        self.things[number] = (kind, {"name": name, "url": f"https://cdn.example/{number}?a=1&b=2", **content})
        return number


class Door(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *args):
        pass

    def serve(self):
        shop = self.server.shop
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        shop.seen.append((self.command, self.path, dict(self.headers), raw))
        if shop.answers:
            return self.say(*shop.answers.pop(0))
        if self.command == "GET":
            return self.read()
        fault = shop.faults.pop(shop.writes, "")
        shop.writes += 1
        return self.fail(fault, raw)

    do_GET = do_POST = do_PATCH = do_PUT = serve  # noqa: N815 - the base class looks for these names

    def fail(self, fault, raw):
        if fault == "before":
            return self.hang_up()
        status, body = self.write(raw)
        if fault == "after":
            return self.hang_up()
        if fault == "error-after":
            return self.say(500, {"message": "broken"})
        if fault in ("cut", "nonsense"):
            return self.say(status, body, half=fault == "cut", garbled=fault == "nonsense")
        return self.say(status, body)

    def hang_up(self):
        self.close_connection = True
        self.connection.shutdown(2)

    def read(self):
        shop, path = self.server.shop, self.path.partition("?")[0]
        kind, _, number = path.strip("/").partition("/")
        if kind == "me":
            return self.say(200, {"company": {"name": "Hansens Garn"}})
        if number:
            found = shop.things.get(int(number))
            return (
                self.say(200, {"data": {"id": int(number), **found[1]}}) if found else self.say(404, {"message": "no"})
            )
        start = int((re.findall(r"offset=(\d+)", self.path) or [0])[0])
        size = int((re.findall(r"limit=(\d+)", self.path) or [2])[0])
        page = shop.of(kind)[start : start + size]
        return self.say(200, {"items": page, "total": len(shop.of(kind)), "next": shop.next_page})

    def write(self, raw):
        shop, (kind, _, number) = self.server.shop, self.path.strip("/").partition("/")
        body = {"raw": raw.decode("latin-1")} if "multipart" in self.headers["Content-Type"] else json.loads(raw)
        if "raw" in body:
            body["name"] = re.search(r'name="name"\r\n\r\n(.*?)\r\n', body["raw"])[1]
        if "forbidden" in str(body):
            return 422, {"message": "forbidden word"}
        if not number:
            number = shop.add(kind, **body)
            return 201, {"data": {"id": number, "url": shop.things[number][1]["url"], "noise": "x" * 50}}
        if int(number) not in shop.things:
            return 404, {"message": "no such thing"}
        shop.things[int(number)][1].update(body)
        return 200, {"data": {"id": int(number)}}

    def say(self, status, body, headers=(), half=False, garbled=False):
        raw = b"<html>" if garbled else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(raw)))
        for name, value in dict(headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw[: len(raw) // 2] if half else raw)
        if half:
            self.hang_up()


class Listener(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


@contextmanager
def open_shop():
    shop = Shop()
    with Listener(("127.0.0.1", 0), Door) as server:
        server.shop, shop.url = shop, f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield shop
        server.shutdown()
        thread.join()


def listing(kind, **more):
    return Listing(f"/{kind}s?limit=2", "items", offset="offset", total="total", **more)


def patched(remote_id, answer, before, after, touched):
    if before is not None and before.get("shape") != after.get("shape"):
        return None
    return (Call("PATCH", f"/{after['path']}/{remote_id}", {k: v for k, v in after.items() if k != "path"}),)


def resource(kind, **more):
    return Resource(kind, "data.id", find=listing(kind), page=f"https://shop.example/{kind}/{{id}}", **more)


def service(**more):
    kinds = {
        "picture": resource("picture", keep=("data.url",), update=lambda *_: (), read="/pictures/{id}"),
        "letter": resource("letter", update=patched),
        "flow": resource("flow", update=patched, rate=Rate(per_day=100)),
    } | more.pop("kinds", {})
    return Service(
        "shop",
        "Shop",
        "https://shop.example",
        lambda key: Map({"x-key": key}),
        lambda status, body: (body or {}).get("message", ""),
        Map(kinds),
        more.pop("listings", Map({"metric": Listing("/metrics", "items", next="next")})),
        check="/me",
        account_name="company.name",
        **more,
    )


def picture(digest="d1"):
    name = f"sheep.png [fabel ff{digest}]"
    body = {"file": f"@asset:{digest}", "name": name}
    return Request(f"picture:{digest}", "picture", "POST", "/pictures", body, name, multipart=True)


def letter(number=1, words="Hei!", title="Welcome"):
    name = f"{title} {number} [fabel aa000{number}]"
    html = f'<p>{words}</p><img src="@picture:d1#data.url">'
    return Request(
        f"letter:{number}", "letter", "POST", "/letters", {"name": name, "html": html, "path": "letters"}, name
    )


def flow(count=2, shape="tree"):
    name = "Cart (nb) [fabel bb0001]"
    sends = [f"@letter:{number}#data.id" for number in range(1, count + 1)]
    body = {"name": name, "letters": sends, "metric": "@metric:Placed Order", "shape": shape, "path": "flows"}
    return Request("flow", "flow", "POST", "/flows", body, name)


def bundle(words="Hei!", shape="tree", title="Welcome"):
    return Bundle((picture(), letter(1, words, title), letter(2, title=title), flow(shape=shape)))
