"""The templates of the pages: everything is escaped, and what hides is made visible."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from govcheck.document.sentence import sentence
from govcheck.reports.kept_templates import KeptTemplates
from govcheck.reports.printing import Printing, printed
from govcheck.reports.sentences import with_days
from govcheck.reports.wording import number
from govcheck.version import __version__


class _Templates(Environment):
    """What a template names after a dot is an attribute, for views are structs."""

    code_generator_class = Printing
    getattr = staticmethod(getattr)  # type: ignore[assignment] # asked thousands of times


@cache
def environment() -> Environment:
    """Return the templates: everything is escaped, and what hides is made visible."""
    made = _Templates(
        loader=PackageLoader("govcheck.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=printed,
        bytecode_cache=KeptTemplates(),
        auto_reload=False,
    )
    made.filters["number"] = number
    made.filters["anchor"] = _anchor
    made.filters["sentence"] = sentence
    made.filters["days"] = with_days
    return made


def _anchor(rule: str) -> str:
    """Return the id on the page of a rule's explanation."""
    return "rule-" + rule.replace("/", "-")


@cache
def source_of(name: str) -> str:
    """Return a template file as it stands."""
    loader = environment().loader
    source = loader.get_source(environment(), name)[0] if loader else ""
    return source.strip()


def dress_of(styles: Sequence[str], scripts: Sequence[str] = ()) -> dict[str, str]:
    """Return what a page that needs no other file prints of its own, by the templates' names.

    Style and script, with the hashes by which its Content-Security-Policy knows them, and the
    version.
    """
    dress = {"version": __version__, **_with_hash("style", styles)}
    return dress | (_with_hash("script", scripts) if scripts else {})


def _with_hash(kind: str, names: Sequence[str]) -> dict[str, str]:
    whole = "\n".join(map(source_of, names))
    own = Markup(whole)  # noqa: S704 - our own files
    return {kind: own, f"{kind}_hash": _digest_of(whole)}


@cache
def _digest_of(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()
