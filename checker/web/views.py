"""The templates of the server's pages: those of the reports, and its own beside them."""

from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, PackageLoader

from govcheck.reports.environment import environment, source_of
from govcheck.reports.to_html import STYLES

_OWN_STYLES: Final = ("web.css", "review.css", "desk.css")
_SHARED_SCRIPTS: Final = ("script.js", "ledger_text.js", "decision_boxes.js")
_OWN_SCRIPTS: Final = ("upload.js", "walk.js", "decide.js", "desk.js")


@cache
def _templates() -> Environment:
    own = PackageLoader("govcheck.web")
    shared = environment()
    made = shared.overlay(loader=ChoiceLoader([own, *filter(None, [shared.loader])]))
    made.filters = {**shared.filters, "moment": _moment}
    return made


def page(name: str, **values: Any) -> str:  # noqa: ANN401 - whatever a template prints
    """Render a template."""
    return _templates().get_template(name).render(assets=_mark(), **values)


@cache
def assets() -> dict[str, tuple[str, bytes]]:
    """Return type and content of what pages load, by the names that they load it by."""
    style = [*map(source_of, STYLES), *map(_own, _OWN_STYLES)]
    script = [*map(source_of, _SHARED_SCRIPTS), *map(_own, _OWN_SCRIPTS)]
    return {
        "page.css": ("text/css", "\n".join(style).encode()),
        "page.js": ("text/javascript", "\n".join(script).encode()),
    }


@cache
def _mark() -> str:
    """Return what the addresses of the assets change with."""
    every = b"".join(content for _, content in assets().values())
    return sha256(every).hexdigest()[:12]


def _moment(at: datetime) -> str:
    """Write a time as it is where the server stands."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def _own(name: str) -> str:
    return (files("govcheck.web") / "assets" / name).read_text("utf-8")
