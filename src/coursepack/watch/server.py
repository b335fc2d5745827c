"""Shows a desk in a browser: on the loopback address alone, to pages of its own alone, and only by reading."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, fields
from hashlib import blake2b
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from coursepack.load.files import OWN
from coursepack.watch.desk import Choice, picture

if TYPE_CHECKING:
    from coursepack.watch.desk import Desk

HOST = "127.0.0.1"
_FILES = {
    "/": ("index.html", "text/html"),
    "/watch.css": ("watch.css", "text/css"),
    "/watch.js": ("watch.js", "text/javascript"),
}
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Server(ThreadingHTTPServer):
    """Serves one desk."""

    daemon_threads = True
    # Seconds that a browser waits for news before it asks again.
    patience = 20.0

    def __init__(self, desk: Desk, port: int) -> None:
        """Take the port; 0 is a free one."""
        super().__init__((HOST, port), _Handler)
        self.desk = desk
        self.names = {f"{name}:{self.server_port}" for name in (HOST, "localhost")}

    @property
    def address(self) -> str:
        """Where the preview is."""
        return f"http://{HOST}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    """Answers what the preview's own page asks."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer, if it is this machine's own browser that asks from a page of ours."""
        origin = self.headers.get("Origin")
        if self.headers.get("Host") not in self.server.names or (
            origin is not None and origin.removeprefix("http://") not in self.server.names
        ):
            self._answer(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        asked = urlsplit(self.path)
        if asked.path in _FILES:
            name, kind = _FILES[asked.path]
            self._answer(HTTPStatus.OK, (OWN / "watch" / name).read_bytes(), kind)
        elif asked.path == "/state":
            self._answer(HTTPStatus.OK, self._state(parse_qs(asked.query, keep_blank_values=True)), "application/json")
        else:
            self._page(asked.path)

    def _state(self, query: dict[str, list[str]]) -> bytes:
        """Wait until there is something new, and say it."""
        desk, known = self.server.desk, query.get("known", [""])[0]
        desk.choose({one.name: query[one.name][0] for one in fields(Choice) if one.name in query})
        with desk.changed:
            desk.changed.wait_for(lambda: _told(desk) != known, self.server.patience)
            state = desk.state
            news = {
                "known": _told(desk),
                "busy": state.busy,
                "choice": asdict(state.choice),
                "choices": state.choices,
                "pages": state.pages.pages,
                "slides": state.slides.pages,
                "first": state.first,
                "problems": state.problems,
            }
        return json.dumps(news).encode()

    def _page(self, path: str) -> None:
        """Send /pages/3 or /slides/3; what comes after it names the state of the page, for the browser's memory."""
        state = self.server.desk.state
        _, kind, number, *_ = [*path.split("/"), "", ""]
        document = {"pages": state.pages, "slides": state.slides}.get(kind)
        if document is None or not number.isdecimal() or int(number) >= len(document.pages):
            self._answer(HTTPStatus.NOT_FOUND, b"", "text/plain")
        else:
            self._answer(HTTPStatus.OK, picture(document, int(number)), "image/png")

    def _answer(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store" if kind != "image/png" else "private, max-age=3600")
        # A browser that is closed, or wants something else by now, hears the rest no more.
        with suppress(ConnectionError):
            self.end_headers()
            self.wfile.write(data)

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 what is asked is nobody's business
        """Say nothing."""


def _told(desk: Desk) -> str:
    """Return a name for what there is to say."""
    state = desk.state
    rest = blake2b(repr((state.problems, state.choice, state.choices)).encode(), digest_size=8).hexdigest()
    return f"{state.build}-{state.busy:d}-{rest}"
