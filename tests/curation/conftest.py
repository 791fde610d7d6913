"""An invented document, curated in full, in a folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lib.curation import prove, register
from lib.curation.build import build
from lib.curation.layout import Layout
from lib.domain.errors import DatasetError, Problem

TEXT = (
    "Tea Times, page 3\n"
    "\n"
    "The county’s 12 hills are green. In 2022, farmers sold more than 1.36 trillion yuan ($188.6 billion) of tea, up 7.4 percent.\n"
    "Nearly a thousand shops opened in 2022, and one worker in five drinks tea; 20 shops closed.\n"
    "“Tea is life,”\u00a0said Mr. Li, who has two dogs. By 2025, at least 300 hills will be green.\n"
    "Ad: buy 2 get 1 free\n"
    "Other news: 99 boats left.\n"
)

SOURCE = """
[source]
id = "tea-times"
prefix = "tt22"
title = "Tea is life"
title_zh = "茶如人生"
publisher = "Tea Times"
publisher_zh = "茶报"
authors = ["A. Li"]
published = "2022-12-01"
retrieved = ""
url = "https://example.org/tea"
language = "en"
kind = "state_media"
reporting_year = 2022
results_year = 2022
warnings = ["official_publicity"]

[[excluded]]
starts = "Tea Times, page"
until = "line"
reason = "furniture"

[[excluded]]
starts = "Ad: buy 2 get 1 free"
until = "end"
reason = "other_articles"

[[event]]
id = "tt22-e01"
date = "2025"
precision = "year"
kind = "deadline"
label_en = "Hills to be green"
label_zh = "山变绿"
region = "330000"
quote = "tt22-04"

[[quote]]
id = "tt22-01"
text = '''In 2022, farmers sold more than 1.36 trillion yuan ($188.6 billion) of tea, up 7.4 percent.'''
locator = "paragraph 2, sentence 2"
region = ["330000"]
themes = ["industry"]
voice = "article"
period = "2022"
programmes = ["green_tea"]

    [[quote.observation]]
    id = "tt22-01a"
    indicator = "tea_sales"
    region = "330000"
    period = "2022"
    period_basis = "stated"
    printed = "1.36 trillion yuan"
    bound_printed = "more than"
    value = 1360000000000
    unit = "CNY"
    qualifier = "over"
    status = "actual"
    theme = "industry"
    usd_printed = "$188.6 billion"
    caveats = ["rounded"]

    [[quote.observation]]
    id = "tt22-01b"
    indicator = "tea_growth"
    region = "330000"
    period = "2022"
    period_basis = "stated"
    printed = "7.4 percent"
    value = 7.4
    unit = "percent"
    qualifier = "exact"
    status = "actual"
    theme = "industry"

[[quote]]
id = "tt22-02"
text = '''Nearly a thousand shops opened in 2022, and one worker in five drinks tea; 20 shops closed.'''
locator = "paragraph 3, sentence 1"
region = ["330000"]
themes = ["industry"]
voice = "article"
period = "2022"

    [[quote.observation]]
    id = "tt22-02a"
    indicator = "tea_shops"
    region = "330000"
    period = "2022"
    period_basis = "stated"
    printed = "a thousand"
    bound_printed = "Nearly"
    value = 1000
    unit = "shops"
    qualifier = "about"
    status = "actual"
    theme = "industry"

    [[quote.observation]]
    id = "tt22-02b"
    indicator = "tea_drinkers"
    region = "330000"
    period = "2022"
    period_basis = "resolved"
    printed = "one worker in five"
    value = 20
    unit = "percent"
    qualifier = "exact"
    status = "actual"
    theme = "industry"

    [[quote.dismissed]]
    printed = "20"
    reason = "not_a_quantity"

[[quote]]
id = "tt22-03"
text = '''“Tea is life,”\u00a0said Mr. Li, who has two dogs.'''
locator = "paragraph 4, sentence 1"
region = ["330000"]
themes = ["industry"]
voice = "resident"
speaker = "Mr. Li"
speaker_zh = "李先生"
period = "2022"
note = "A claim without a figure."
note_zh = "无数字。"

    [[quote.dismissed]]
    printed = "two dogs"
    reason = "not_a_quantity"

[[quote]]
id = "tt22-04"
text = '''By 2025, at least 300 hills will be green.'''
locator = "paragraph 4, sentence 2"
region = ["330000"]
themes = ["public_services"]
voice = "article"
period = "2025"

    [[quote.observation]]
    id = "tt22-04a"
    indicator = "green_hills"
    region = "330000"
    period = "2025"
    period_basis = "stated"
    printed = "300"
    bound_printed = "at least"
    value = 300
    unit = "hills"
    qualifier = "at_least"
    status = "target"
    theme = "public_services"

[[dismissed]]
sentence = '''The county’s 12 hills'''
printed = "12"
reason = "vague"
""".replace("\\u00a0", "\u00a0")

OFFICIAL = """
[[citation]]
id = "of001"
title = "Tea in figures"
publisher = "Bureau of Tea"
publisher_zh = "茶叶局"
published = "2023-02"
url = "https://example.org/bureau"
language = "en"
tier = "A"

    [[citation.figure]]
    id = "of001-01"
    indicator = "tea_sales"
    region = "CN"
    period = "2022"
    period_basis = "stated"
    printed = "1500.5 billion yuan"
    bound_printed = "about"
    value = 1500500000000
    unit = "CNY"
    qualifier = "about"
    status = "actual"
    vintage = "preliminary"

    [[citation.figure]]
    id = "of001-02"
    indicator = "rural_income"
    region = "CN"
    period = "2012"
    period_basis = "stated"
    printed = "7917 yuan"
    value = 7917
    unit = "CNY"
    qualifier = "exact"
    status = "actual"
    vintage = "final"
    series_break = "old_household_survey"
    derivation = "8000 - 83"
    caveats = ["estimated"]
    note = "Worked out."
    note_zh = "推算。"
"""

INDICATORS = {
    "tea_sales": ("industry", "manufacturing", "CNY", "level", "nominal"),
    "tea_growth": ("industry", "manufacturing", "percent", "growth", "nominal"),
    "tea_shops": ("industry", "enterprises", "shops", "count", "none"),
    "tea_drinkers": ("industry", "employment", "percent", "share", "none"),
    "rural_income": ("income_gap", "household_income", "CNY", "level", "nominal"),
    "green_hills": ("public_services", "environment", "hills", "count", "none"),
}
REGION_COLUMNS = (
    "region_id name_en name_zh name_zh_verified level parent_id lon lat coordinates code_scheme code_mca role sources alias_in_article note"
)
REGIONS = f"""{REGION_COLUMNS.replace(" ", ",")}
CN,China,中国,yes,nation,,,,,ISO 3166-1,,core,,,
330000,Zhejiang Province,浙江省,yes,province,CN,120.1,29.2,centroid,GB/T 2260,330000,core,,,
330600,Shaoxing,绍兴市,yes,prefecture,330000,120.6,29.7,centroid,GB/T 2260,330600,core,,,
"""


def indicator_toml(name: str) -> str:
    theme, topic, unit, kind, basis = INDICATORS[name]
    words = f'label_en = "{name}"\nlabel_zh = "茶"\ndefinition_en = "Tea."\ndefinition_zh = "茶。"\n'
    codes = f'theme = "{theme}"\ntopic = "{topic}"\nunit = "{unit}"\nkind = "{kind}"\nbasis = "{basis}"\n'
    return f'[[indicator]]\nid = "{name}"\n{words}{codes}scope = "economy"\nstock_flow = "flow"\ndirection = "none"\n\n'


def curated_files() -> dict[str, str]:
    unit = '[[unit]]\ncode = "{0}"\nlabel_en = "{0}"\nlabel_zh = "个"\nsingular_en = "{0}"\ndefinition = "Things."\n\n'
    head = ("version", "released", "title_en", "title_zh", "description_en", "description_zh", "licence", "licence_url", "quotes_licence")
    words = {"version": "1.0.0", "released": "2022-12-31"}
    programme = (
        'id = "green_tea"\nlabel_en = "Green tea"\nlabel_zh = "绿茶"\ndefinition_en = "Tea."\ndefinition_zh = "茶。"\naliases = ["Tea"]\n'
    )
    return {
        "dataset.toml": "[dataset]\n" + "".join(f'{key} = "{words.get(key, key)}"\n' for key in head),
        "units.toml": "".join(unit.format(code) for code in ("CNY", "percent", "shops", "hills")),
        "programmes.toml": f"[[programme]]\n{programme}",
        "synonyms.toml": '[[synonym]]\nterms = ["tea", "茶", "chai"]\n',
        "indicators.toml": "".join(indicator_toml(name) for name in INDICATORS),
        "regions.csv": REGIONS,
        "sources/tea-times.toml": SOURCE,
        "official/bureaus.toml": OFFICIAL,
    }


class Workshop:
    """A data folder to curate, prove, build and damage."""

    def __init__(self, folder: Path):
        self.layout, self.texts = Layout(folder / "data"), folder / "texts"
        self.texts.mkdir(parents=True)
        (self.texts / "tea-times.txt").write_bytes(TEXT.encode())
        for name, content in curated_files().items():
            path = self.layout.curated / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())

    def run(self, command: Callable[[list[str]], int], *arguments: str) -> int:
        return command(["--data", str(self.layout.data), *arguments])

    def prove(self) -> None:
        assert self.run(prove.main, "--texts", str(self.texts)) == 0
        assert self.run(register.main, "--new") == 0

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.layout.data / name
        content = path.read_bytes().decode()
        assert content.count(old) >= 1, f"{old!r} is not in {name}"
        path.write_bytes(content.replace(old, new, 1).encode())

    def problems(self, with_texts: bool = False) -> list[Problem]:
        try:
            build(self.layout, self.texts if with_texts else None)
        except DatasetError as error:
            return list(error.problems)
        return []


@pytest.fixture
def workshop(tmp_path, capsys, monkeypatch) -> Workshop:
    """A proven and registered dataset of one document."""
    monkeypatch.delenv("DATASET_TEXTS", raising=False)
    made = Workshop(tmp_path)
    made.prove()
    capsys.readouterr()
    return made
