"""Tables as objects of other programs, controls and the like, which are not read."""

from collections.abc import Mapping
from typing import Final

from word_files import repacked, word_file

from word_constructs import TABLE, Construct

_RELATIONS: Final = "word/_rels/document.xml.rels"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_GRAPHIC: Final = (
    "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData"
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/{}">{}</a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
_OBJECT: Final = (
    '<w:p><w:r><w:object>{}<o:OLEObject Type="Embed" ProgID="{}" DrawAspect="Content"'
    ' r:id="o"/></w:object></w:r></w:p>'
)
_PREVIEW: Final = '<v:shape style="width:400pt;height:300pt"><v:imagedata r:id="{}"/></v:shape>'


def with_object(body: str, *, parts: Mapping[str, bytes] | None = None) -> bytes:
    """Pack a body whose relation ``o`` leads to a sheet and ``d`` to the words of a drawing."""

    def change(held: dict[str, bytes]) -> None:
        relations = (
            f'<Relationship Id="o" Type="{_OFFICE}/package" Target="embeddings/a.xlsx"/>'
            f'<Relationship Id="d" Type="{_OFFICE}/diagramData" Target="diagrams/data1.xml"/>'
            f'<Relationship Id="p" Type="{_OFFICE}/image" Target="media/p.emf"/>'
            "</Relationships>"
        )
        held[_RELATIONS] = held[_RELATIONS].replace(b"</Relationships>", relations.encode())
        held["word/embeddings/a.xlsx"] = b"PK"
        held["word/media/p.emf"] = b"\1\0\0\0"
        held.update(parts or {})

    return repacked(word_file(body), change)


def _field(instruction: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        f"{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


SHOWN: Mapping[str, str] = {
    "Excel 表格 a.xlsx": _OBJECT.format("", "Excel.Sheet.12"),
    "WPS 表格 a.xlsx": _OBJECT.format(_PREVIEW.format("p"), "ET.Xlsx.6"),
    "Word 文档 a.xlsx": _OBJECT.format(_PREVIEW.format("gone"), "Word.Document.12"),
    "图表": _GRAPHIC.format("chart", '<c:chart r:id="gone"/>'),
    "SmartArt 图形": _GRAPHIC.format("diagram", '<dgm:relIds r:dm="gone"/>'),
    "窗体控件": '<w:p><w:r><w:object><w:control r:id="o"/></w:object></w:r></w:p>',
    "墨迹": '<w:p><w:r><w:contentPart r:id="gone"/></w:r></w:p>',
    "子文档": '<w:p><w:subDoc r:id="gone"/></w:p>',
    "图形": "<w:p><w:r><w:drawing/></w:r></w:p>",
    "已丢失的图片": _GRAPHIC.format("picture", '<a:blip r:embed="gone"/>'),
    "没有结果的域（INCLUDETEXT）": _field('INCLUDETEXT "C:\\\\a.docx"'),
    "没有结果的域（LINK）": _field("LINK Excel.Sheet.12 a.xlsx"),
}
"""What each is called, and how it is written in the place of a table."""


def _in_place_of_tables(shown: str) -> Construct:
    return lambda body: with_object(TABLE.sub(lambda _: shown, body))


OPEN: Mapping[str, Construct] = {
    f"tables as {name}": _in_place_of_tables(shown) for name, shown in SHOWN.items()
}
