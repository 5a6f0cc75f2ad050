"""The instruments that were put right: what each holds, and from when to when."""

from govcheck.rulebook.lawbook import load_lawbook
from govcheck.rulebook.rule import Status
from govcheck.rulebook.rule_files import shipped_rules

INSTRUMENTS = load_lawbook()


def test_every_shipped_instrument_says_when_it_is_in_force() -> None:
    for path in sorted((shipped_rules() / "instruments").glob("*.yaml")):
        assert "\nin_force: {from: " in path.read_text("utf-8"), path.name


def test_the_veto_items_of_notice_19_are_six_and_none_is_of_wrong_characters() -> None:
    clauses = INSTRUMENTS["website-indicators"].clauses
    items = [clause.text for name, clause in clauses.items() if name.endswith("项")]
    assert len(items) == 6
    assert all(
        clause.status == Status.VERBATIM for clause in clauses.values() if clause.text in items
    )
    assert not any("错别字" in clause.text for clause in clauses.values())


def test_notice_80_has_its_own_title_and_day() -> None:
    notice = INSTRUMENTS["openness-rules-2016"]
    assert notice.title == "国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知"
    assert notice.issued == "2016-11-10"
    assert notice.clauses["考核分值权重"].status == Status.MEMORY


def test_statutes_that_rules_rest_on_are_held_word_for_word() -> None:
    held = {
        "decree-711": (
            "第六条",
            "第十一条",
            "第四十七条",
            "第五十四条",
            "第五十五条",
            "第五十六条",
        ),
        "decree-492": ("第三十一条",),
        "legislation-law-2015": ("第八十条", "第八十二条"),
        "legislation-law-2023": ("第九十一条第一款", "第九十三条第一款"),
        "reconsideration-law": ("第二十三条第一款第（三）项", "第二十三条第一款第（四）项"),
        "litigation-interpretation": ("第一条", "第二条"),
        "personal-information-law": ("第二十五条", "第三十四条"),
        "language-law-2000": ("第九条",),
        "sichuan-standard": ("2.1",),
    }
    for instrument, names in held.items():
        for name in names:
            clause = INSTRUMENTS[instrument].clause(name)
            assert clause is not None, (instrument, name)
            assert clause.status == Status.VERBATIM
