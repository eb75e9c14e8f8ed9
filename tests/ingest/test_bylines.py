"""Lines that name who wrote, in scripts without capitals: a label or role has to say so, and only names may follow."""

import pytest

from app.ingest.credits import read_byline
from app.ingest.plain_text import read_text_file


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("本报记者 林小雨", "本报记者 林小雨"),
        ("本报记者　林小雨　王明", "本报记者　林小雨　王明"),
        ("本报记者林小雨", "本报记者林小雨"),
        ("本報記者 林小雨", "本報記者 林小雨"),
        ("（本网记者 林小雨、王明）", "（本网记者 林小雨、王明）"),
        ("海岸日报记者 林小雨 北京报道", "海岸日报记者 林小雨 北京报道"),
        ("通讯员 王明", "通讯员 王明"),
        ("记者 林小雨", "林小雨"),
        ("记者：林小雨", "林小雨"),
        ("记者 艾力·买买提", "艾力·买买提"),
        ("文｜林小雨", "林小雨"),
        ("文|林小雨", "林小雨"),
        ("文/林小雨", "林小雨"),
        ("文丨林小雨 王明", "林小雨 王明"),
        ("記者 山田太郎", "山田太郎"),
        ("記者：佐々木一", "佐々木一"),
        ("文・山田太郎", "山田太郎"),
        ("取材・文：山田太郎", "山田太郎"),
        ("记者 在现场看到水位上涨。", None),
        ("本报记者获悉，海堤已经修复。", None),
        ("记者 林小雨 摄", None),
        ("文化", None),
        ("文化｜海岸", None),
        ("战地记者", None),
        ("記者会は午後に開かれた", None),
    ],
)
def test_bylines_in_chinese_and_japanese(line: str, byline: str | None) -> None:
    assert read_byline(line) == byline


@pytest.mark.parametrize("line", ["本报记者 林小雨", "记者 林小雨", "文｜林小雨"])
def test_the_line_is_no_body_text(line: str) -> None:
    text = f"海堤深夜决口\n\n{line}\n\n旧海堤深夜决口，海水涌入三百多户人家，当地官员说。\n\n修复工程将于星期五开始。\n"
    content = read_text_file(text.encode(), "wall.txt").content
    assert content.title == "海堤深夜决口"
    assert content.byline is not None
    assert content.byline.endswith("林小雨")
    assert [block.kind for block in content.blocks] == ["paragraph", "paragraph"]
