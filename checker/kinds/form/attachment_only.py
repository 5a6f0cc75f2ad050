"""Kind ``attachment-only``: the document is more than a link to a file."""

from collections.abc import Iterator
from typing import ClassVar, Final

from msgspec import Struct

from govcheck.document.attachments import attached_file, file_name, given_elsewhere, shows_file
from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation

_SHOWN: Final = "页面以阅读器显示附件“{}”，附件未读取；正文在页面上能否看到，须打开页面核对。"


class AttachmentOnly(Check, Struct, frozen=True, kw_only=True):
    """A body of no more than ``most`` characters, without parts and tables, beside a file."""

    KIND: ClassVar[str] = "attachment-only"
    TITLE: ClassVar[str] = (
        "页面不是只有附件：正文不超过 most 个字、没有各部分和表格，却附有文件的，不符合。"
    )
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"attachment"})

    most: int

    def examine(self, case: Case) -> Iterator[Remark]:
        """Look for the file, then count the body's characters."""
        document = case.document
        body = document.passage("body")
        link = attached_file(document)
        if link and given_elsewhere(document) and (not body or len(body.text) <= self.most):
            named = link.text != link.address and link.text
            name = named or file_name(link.address)
            evidence = Evidence(quote=link.text, place=Place(line=link.line), actual=name)
            if shows_file(document):
                reason = _SHOWN.format(name)
                yield Doubt(reason=reason, evidence=(evidence,), loss=given_elsewhere(document))
            else:
                yield Violation(evidence=(evidence,), values={"attachment": name})
