"""How sites lay out the reports of ``tests/correct``: each page takes any of them."""

import re
from collections.abc import Mapping
from html import escape
from itertools import cycle

from bodies import Element, Page

from govcheck.readers.raw import RawCell

_SITE_MENU = (
    '<div class="top">今天是2026年11月2日 星期一 <a href="/">首页</a> <a href="/zw">'
    "政务公开</a>"
    '<a href="/fw">政务服务</a> <a href="/hd">互动交流</a> <a href="javascript:;">'
    "无障碍</a></div>"
    '<div class="nav"><ul><li><a href="/gk/zn">政府信息公开指南</a></li>'
    '<li><a href="/gk/zd">政府信息公开制度</a></li><li><a href="/gk/fd">'
    "法定主动公开内容</a></li>"
    '<li><a href="/gk/nb">政府信息公开年报</a></li><li><a href="/gk/sq">依申请公开</a>'
    "</li></ul></div>"
    "<div>您所在的位置：<a href='/'>首页</a> &gt; 政务公开 &gt; 政府信息公开年报</div>"
)
_SITE_FOOT = (
    '<div class="footer"><p>版权所有：{source}　主办单位：{source}</p><p>'
    "地址：云岭市龙泉路8号</p>"
    "<p>联系电话：0871-63000000　滇ICP备05000000号-1　滇公网安备53000000000000号</p>"
    "<p>网站标识码：5300000000　建议使用1366*768以上分辨率</p></div>"
)
_NEIGHBOURS = (
    '<div class="share">【字体：大 中 小】 【打印】 【关闭】 分享到：</div>'
    "<p>上一篇：<a href='/1'>青禾县档案馆{last}年政府信息公开工作年度报告</a></p>"
    "<p>下一篇：<a href='/2'>石桥镇人民政府{last}年政府信息公开工作年度报告</a></p>"
    '<div class="related"><h3>相关信息</h3><ul>'
    "<li><a href='/3'>云岭市民政局{last}年政府信息公开工作年度报告</a><span>"
    "{last}-01-28</span></li>"
    "<li><a href='/4'>云岭市司法局2018年政府信息公开工作年度报告</a><span>"
    "2019-03-28</span></li>"
    "<li><a href='/5'>关于做好{last}年度政府信息公开工作年度报告编制工作的通知</a></li>"
    "</ul></div>"
)
_RECORD = (
    '<table class="xxgk"><tr><td>索引号</td><td>53000000-20260001</td><td>发文机构</td>'
    "<td>{source}</td></tr><tr><td>文　　号</td><td></td><td>发布日期</td><td>"
    "{published}</td></tr>"
    "<tr><td>主题分类</td><td>综合政务/政务公开</td><td>有效性</td><td>有效</td></tr>"
    "<tr><td>标　　题</td><td colspan='3'>{title}</td></tr></table>"
)
_CARD = (
    '<ul class="detail"><li>【索 引 号】：53000000-20260001</li><li>【公开机构】：{source}</li>'
    "<li>【公开日期】：{published}</li><li>【主题词】：年报</li></ul>"
)
_META = (
    '<meta charset="utf-8"><meta name="SiteName" content="云岭政务网">'
    '<meta name="ArticleTitle" content="{title}">'
    '<meta name="PubDate" content="{published} 10:21:00">'
    '<meta name="ContentSource" content="{source}">'
    '<meta name="ColumnName" content="政府信息公开年报">'
    "<title>{title}_政府信息公开年报_云岭政务网</title>"
)
_WORD_HEAD = (
    '<meta http-equiv=Content-Type content="text/html; charset=gb2312">'
    "<meta name=ProgId content=Word.Document><title>{title}</title>"
    "<style>p.MsoNormal{{mso-style-parent:'';margin:0cm}}</style>"
    "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument>"
    "</xml><![endif]-->"
)
_CONTENTS = (
    '<a href="#1">一、总体情况</a><a href="#2">二、主动公开政府信息情况</a>'
    '<a href="#3">三、收到和处理政府信息公开申请情况</a>'
    '<a href="#4">四、政府信息公开行政复议、行政诉讼情况</a>'
    '<a href="#5">五、存在的主要问题及改进情况</a><a href="#6">六、其他需要报告的事项</a>'
)
_FIRST = re.compile(r"([一二三四五六])、(.*)")


def _spans(text: str) -> str:
    number, title = _FIRST.fullmatch(text).groups()  # type: ignore[union-attr]
    return (
        f'<p style="text-indent:2em"><span style="font-family:黑体"><span>{number}</span>'
        f"<span>、</span></span><span lang=EN-US><o:p></o:p></span><span>{title}</span></p>"
    )


def _word(text: str) -> str:
    pieces = re.split(r"(\d+)", text)
    runs = (
        f"<span lang=EN-US style='font-family:\"Times New Roman\"'>{piece}</span>"
        if piece.isdigit()
        else f"<span style='font-family:仿宋_GB2312;mso-hansi-font-family:宋体'>{piece}</span>"
        for piece in pieces
        if piece
    )
    return (
        f"<p class=MsoNormal style='text-indent:32.0pt'>{''.join(runs)}"
        "<span lang=EN-US><o:p></o:p></span></p>\n"
    )


def _word_cell(cell: RawCell) -> str:
    text = cell.text
    step = 8 if cell.header else max(1, len(text))
    lines = "<br>\n".join(escape(text[i : i + step]) for i in range(0, len(text), step))
    return (
        f"<td width=73 rowspan={cell.height} colspan={cell.width} style='border:solid"
        " windowtext"
        " 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal align=center>"
        "<span style='font-family:宋体'>"
        f"{lines}</span><span lang=EN-US><o:p></o:p></span></p></td>\n"
    )


def _sparse_cell(cell: RawCell) -> str:
    """Spans only where they are more than 1, labels as heads, figures with spaces about."""
    tall = f' rowspan="{cell.height}"' if cell.height > 1 else ""
    wide = f' colspan="{cell.width}"' if cell.width > 1 else ""
    tag = "th" if cell.header else "td"
    return f"<{tag}{tall}{wide}>\n\t&nbsp;{escape(cell.text)} \n</{tag}>"


def _wide_spaces(text: str) -> str:
    return f"<p>&nbsp;&nbsp;&nbsp;&nbsp;{text}&nbsp;</p>"


def _in_order(*elements: str) -> Element:
    """Give each heading the next markup."""
    marks = cycle(elements)
    return lambda text: next(marks).format(text)


PAGES: Mapping[str, Page] = {
    "plain": Page(),
    "portal": Page(
        head=_META,
        whole="<body>" + _SITE_MENU + "{report}" + _NEIGHBOURS + _SITE_FOOT + "</body>",
    ),
    "record table": Page(
        notice=_RECORD, whole="<body>" + _SITE_MENU + "{report}" + _SITE_FOOT + "</body>"
    ),
    "record before the title": Page(
        title=_RECORD.replace("{{", "{") + "<div class='title'>{title}</div>",
        notice=(
            "<div>来源：{source}　作者：　发布时间：{published} 16:28　"
            "浏览次数：312次　字号：[大 中 小]</div>"
        ),
    ),
    "contents before": Page(
        title=f"<div class=toc>{_CONTENTS}</div><h1>{{title}}</h1>",
    ),
    "heading broken by a line break": Page(
        heading=lambda text: f"<p>{text.replace('、行政诉讼', '、<br>行政诉讼')}</p>"
    ),
    "card": Page(notice=_CARD, heading="<h2>{}</h2>".format),
    "neighbours": Page(whole="<body>{report}" + _NEIGHBOURS + "</body>"),
    "layout table": Page(
        whole="<body><table width=1000><tr><td width=200>" + _SITE_MENU + "</td><td>"
        "<table><tr><td>{report}</td></tr></table></td></tr><tr><td colspan=2>"
        + _SITE_FOOT
        + "</td></tr></table></body>"
    ),
    "nested divs": Page(
        paragraph="<div><div><div>{}</div></div></div>".format,
        heading="<div><div><b>{}</b></div></div>".format,
        whole="<body><div id=a><div id=b><div id=c>{report}</div></div></div></body>",
    ),
    "gbk": Page(head='<meta charset="gb2312"><title>{title}</title>', encoding="gbk"),
    "one div with breaks": Page(
        paragraph="　　{}<br/>".format,
        heading="　　<strong>{}</strong><br/>".format,
        title="<div class=tit>{title}</div>",
        whole="<body><div>{report}</div></body>",
    ),
    "heading in spans": Page(heading=_spans, paragraph=_wide_spaces),
    "headings differ": Page(
        heading=_in_order("<h3>{}</h3>", "<p><b>{}</b></p>", "<div>{}</div>", "<h2>{}</h2>")
    ),
    "word": Page(
        head=_WORD_HEAD,
        title="<p class=MsoNormal align=center><b><span>{title}</span></b></p>",
        notice="<p class=MsoNormal>发布日期：{published}　来源：{source}</p>",
        paragraph=_word,
        heading=_word,
        cell=_word_cell,
        table="<div align=center><table class=MsoNormalTable border=1>{}</table></div>".format,
        encoding="gb18030",
    ),
    "heads and bodies": Page(
        cell=_sparse_cell,
        table="<div class='table-box'><table><tbody>{}</tbody></table></div>".format,
    ),
    "table two in one": Page(joined=True),
    "title in two lines": Page(
        title="<h1>{title}</h1>", notice="<p>发布时间：{published}</p>来源：{source}"
    ),
    "everything in a cell": Page(
        whole=(
            "<body><table><tbody><tr><td class='content' valign=top>{report}</td>"
            "</tr></tbody></table></body>"
        )
    ),
    "dates around": Page(
        notice="<p>时间：{published} 来源：{source} 点击数：1203</p>",
        whole="<body><div>2026年11月2日</div>{report}<p>更新时间：2026-10-30</p></body>",
    ),
    "section and article": Page(
        whole="<body><header>" + _SITE_MENU + "</header><main><article>{report}</article>"
        "<aside>" + _NEIGHBOURS + "</aside></main><footer>" + _SITE_FOOT + "</footer></body>"
    ),
}
