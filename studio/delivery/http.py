"""One client for every service: paced, patient within reason, and careful about where the key goes."""

from __future__ import annotations

import logging
from types import TracebackType
from typing import Any, Self

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from studio.delivery import answers, refusals
from studio.delivery.accounts import is_loopback, origin
from studio.delivery.answers import Answer, BrokenAnswer
from studio.delivery.dotted import at_path, text_of
from studio.delivery.keys import Secret, address_for
from studio.delivery.outgoing import Outgoing, details
from studio.delivery.pace import PATIENCE, SLICE, Bucket, Timing, backoff, retry_after
from studio.errors import StudioError
from studio.exporters.service import Rate, Service
from studio.i18n import Sentence, sentence
from studio.tasks import Progress, Unheard, stop_if_cancelled

log = logging.getLogger(__name__)

TRIES = 5
"""How often a request is sent at most."""

UNSENT, UNANSWERED = Answer(0, None), Answer(-1, None)
"""No answer: because nobody was reached, or because the line was lost with the request on it."""


class Client:
    """Speaks to one account of one service; never follows a redirect, and never logs keys, addresses or bodies."""

    def __init__(
        self,
        service: Service,
        key: Secret,
        base_url: str = "",
        timing: Timing | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Take the account's key and, if need be, another address; raise StudioError for an unsafe address."""
        self.service = service
        self.base_url = address_for(service, key, base_url)
        self._key = key
        self._timing = timing or Timing()
        self._progress = progress or Unheard()
        self._buckets: dict[str, Bucket] = {}
        self._session = _session(self.base_url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._session.close()

    def get(self, path: str, endpoint: str = "", rate: Rate = Rate()) -> Any:  # noqa: ANN401 - JSON of any shape
        """Return the decoded answer to a GET; `path` is below the base URL, or a whole URL at the same host."""
        return self.send(Outgoing("GET", path, endpoint=endpoint or path, rate=rate))

    def send(self, outgoing: Outgoing) -> Any:  # noqa: ANN401 - JSON of any shape
        """Send a request and return the decoded answer, or None where it has no body.

        A request that may be repeated is tried again on 429, 5xx and lost lines; any other only where nothing was made
        (429, nobody reached). Raise Refused for 4xx, AnswerLost for one of these that may have arrived, ServiceTrouble
        for the rest.
        """
        url = self._url(outgoing.path)
        answer = UNSENT
        for attempt in range(TRIES):
            if attempt:
                self.wait(self._pause(answer, attempt - 1))
            self._take_turn(outgoing)
            answer = self._exchange(outgoing, url)
            if answer.good:
                return answer.body
            if not _passing(answer.status):
                raise self._refusal(answer)
            if not (outgoing.repeatable or _made_nothing(answer)):
                raise refusals.lost(self.service)
        raise refusals.busy(self.service, PATIENCE) if answer.status == 429 else refusals.unreachable(self.service)

    def wait(self, seconds: float) -> None:
        """Wait in slices, so that calling off is heard; raise ServiceTrouble where it is too long to wait."""
        if seconds > PATIENCE:
            raise refusals.busy(self.service, seconds)
        if seconds > 2:
            service = self.service.label
            self._progress.said(sentence("Waiting {n} seconds for {service}.", n=round(seconds), service=service), 0, 0)
        until = self._timing.clock() + seconds
        while (left := until - self._timing.clock()) > 0:
            stop_if_cancelled(self._progress)
            self._timing.sleep(min(SLICE, left))

    def _take_turn(self, outgoing: Outgoing) -> None:
        """Wait until the endpoint and the whole service allow another request."""
        stop_if_cancelled(self._progress)
        both = (self._bucket("", self.service.rate), self._bucket(outgoing.endpoint or "other", outgoing.rate))
        while (delay := max(bucket.delay(self._timing.clock()) for bucket in both)) > 0:
            self.wait(delay)
        for bucket in both:
            bucket.take(self._timing.clock())

    def _bucket(self, endpoint: str, rate: Rate) -> Bucket:
        return self._buckets.setdefault(endpoint, Bucket(rate))

    def _exchange(self, outgoing: Outgoing, url: str) -> Answer:
        """Return the answer, or the one that stands for none."""
        began = self._timing.clock()
        sent = details(outgoing, self.service, self._key, self._timing.now())
        try:
            with self._session.request(outgoing.method, url, **sent) as response:
                answer = answers.read(response, self.service.retry_header, any_body=outgoing.any_answer)
        except (requests.RequestException, BrokenAnswer) as fault:
            log.warning("%s %s: %s", outgoing.method, outgoing.harmless_path, type(fault).__name__)
            return UNSENT if _never_sent(fault) else UNANSWERED
        took = self._timing.clock() - began
        log.info("%s %s: %d in %.1f s", outgoing.method, outgoing.harmless_path, answer.status, took)
        return answer

    def _url(self, path: str) -> str:
        if not path.startswith(("http://", "https://")):
            return f"{self.base_url}/{path.lstrip('/')}" if path else self.base_url
        if origin(path) != origin(self.base_url):
            raise refusals.redirected(self.service)
        return path

    def _refusal(self, answer: Answer) -> StudioError:
        if 300 <= answer.status < 400:
            return refusals.redirected(self.service)
        error = refusals.refusal(self.service, answer.status, answer.body)
        kept = (Sentence, int)  # words of our own, put into a language later
        error.values = {
            name: value if isinstance(value, kept) else self._key.veil(str(value))
            for name, value in error.values.items()
        }
        return error

    def _pause(self, answer: Answer, attempt: int) -> float:
        place = self.service.retry_in_body
        told = answer.header or (text_of(at_path(answer.body, place)) if place else "")
        asked = retry_after(told, self._timing.now()) if told else None
        return backoff(attempt, self._timing.jitter()) if asked is None else asked


def _session(base_url: str) -> requests.Session:
    session = requests.Session()
    session.headers["User-Agent"] = "Fabel"
    session.trust_env = not is_loopback(origin(base_url)[1])
    for scheme in ("https://", "http://"):
        session.mount(scheme, HTTPAdapter(max_retries=0))
    return session


def _passing(status: int) -> bool:
    """Return whether a status says that a later try may go better (408: timed out, 425: too early)."""
    return status < 200 or status in (408, 425, 429) or status >= 500


def _made_nothing(answer: Answer) -> bool:
    return answer is UNSENT or answer.status == 429


def _never_sent(fault: Exception) -> bool:
    """Return whether a fault came before a single byte was sent."""
    cause = fault.args[0] if fault.args else None
    return isinstance(getattr(cause, "reason", None), (NewConnectionError, ConnectTimeoutError))
