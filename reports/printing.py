"""How a template prints a value: escaped, and with what hides made visible, by one call."""

from typing import Final

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, escape

from govcheck.pattern_codes import compiled
from govcheck.reports.visible import HIDDEN, visible

_marked: Final = compiled(f"[&<>'\"{HIDDEN}]").search
"""Finds what is not printed as it stands; most values have none of it."""


def printed(value: object) -> str:
    """Return what stands on a page for a value; markup stands as it is."""
    if type(value) is not str:  # most values are
        if isinstance(value, Markup):
            return value
        value = str(value)
    return escape(visible(value)) if _marked(value) else value


class Printing(CodeGenerator):
    """Templates whose values go through ``printed``, the environment's ``finalize``, alone.

    Jinja would finalize a value, then escape what came of that, then make markup of it.
    """

    def _output_child_pre(
        self,
        node: Expr,  # noqa: ARG002 - as Jinja calls it
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        self.write("environment.finalize(")

    def _output_child_post(
        self,
        node: Expr,  # noqa: ARG002
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        self.write(")")
