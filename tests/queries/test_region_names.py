"""Finding a region by any of its names."""

import pytest

from lib.queries.region_names import RegionNames
from tests.queries.sample_rows import rows_of_sample


def place(region: str, level: str, name_en: str, name_zh: str, aliases: str = "") -> dict[str, object]:
    return {"region_id": region, "level": level, "name_en": name_en, "name_zh": name_zh, "aliases": aliases}


NAMES = RegionNames.from_rows(
    [
        *rows_of_sample()["regions"],
        place("330127", "county", "Chun'an County", "淳安县"),
        place("330522202", "town", "Lüshan Township", "吕山乡"),
        place("331022001", "town", "Haiyou Subdistrict", "海游街道"),
        place("group", "group", "26 mountain counties of Zhejiang", "浙江山区26县"),
        place("410500", "prefecture", "Anyang", "安阳市"),
        place("410522", "county", "Anyang County", "安阳县"),
    ]
)


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("hangchow", "330100"),
        ("柯桥", "330603"),
        ("柯桥区", "330603"),
        ("Keqiao", "330603"),
        ("keqiao qu", "330603"),
        ("keqiaoqu", "330603"),
        ("keqiao district", "330603"),
        ("Zhejiang", "330000"),
        ("zhejiang sheng", "330000"),
        ("浙江", "330000"),
        ("台州", "331000"),
        ("Taizhou", "331000"),
        ("taizhou (zhejiang)", "331000"),
        ("Taizhou City", "331000"),
        ("Chunan", "330127"),
        ("chun’an xian", "330127"),
        ("lushan", "330522202"),
        ("Lüshan", "330522202"),
        ("海游", "331022001"),
        ("海游街道", "331022001"),
        ("haiyou jiedao", "331022001"),
        ("26 mountain counties of zhejiang", "group"),
        ("安阳县", "410522"),
        ("anyang county", "410522"),
        ("anyang", "410500"),
        ("安阳市", "410500"),
    ],
)
def test_a_name_finds_its_region(written: str, region: str) -> None:
    assert NAMES.regions_called(written) == (region,)


@pytest.mark.parametrize(
    "written", ["", " ", "shi", "city", "区", "atlantis", "hangzho", "zhejiang village", "keqiao town", "mountain", "州"]
)
def test_what_names_no_region_finds_none(written: str) -> None:
    assert NAMES.regions_called(written) == ()


def test_a_stem_of_two_regions_gives_both() -> None:
    assert NAMES.regions_called("安阳") == ("410500", "410522")


def test_codes_count_in_links_but_are_no_names() -> None:
    assert NAMES.region_of("cn") == ("CN",)
    assert NAMES.region_of("330100") == ("330100",)
    assert NAMES.regions_called("330100") == ()


def test_spellings_are_the_shortest_that_find_every_form() -> None:
    assert NAMES.spellings("330603") == ("keqiao", "柯桥")
    assert NAMES.spellings("331000") == ("taizhou", "台州")
    assert NAMES.spellings("330100") == ("hangchow", "hangzhou", "杭州")
