"""The templates of the pages: everything is escaped, and what hides is made visible."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from govcheck.document.sentence import sentence
from govcheck.reports.kept_templates import KeptTemplates
from govcheck.reports.sentences import with_days
from govcheck.reports.visible import visible
from govcheck.reports.wording import number


@cache
def environment() -> Environment:
    """Return the templates: everything is escaped, and what hides is made visible."""
    made = Environment(
        loader=PackageLoader("govcheck.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        bytecode_cache=KeptTemplates(),
    )
    made.filters["number"] = number
    made.filters["anchor"] = _anchor
    made.filters["sentence"] = sentence
    made.filters["days"] = with_days
    return made


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _anchor(rule: str) -> str:
    """Return the id on the page of a rule's explanation."""
    return "rule-" + rule.replace("/", "-")


@cache
def source_of(name: str) -> str:
    """Return a template file as it stands."""
    loader = environment().loader
    source = loader.get_source(environment(), name)[0] if loader else ""
    return source.strip()


@cache
def digest_of(source: str) -> str:
    """Return the hash by which the Content-Security-Policy knows a script or style."""
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()
