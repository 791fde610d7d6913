"""Words that may follow a number inside a printed figure, in English and Chinese; they never change its value."""

_ENGLISH = """
% percent per cent percentage point points yuan rmb cny dollar dollars us usd
square cubic meter meters metre metres kilometer kilometers kilometre kilometres km hectare hectares ha mu acre acres
metric ton tons tonne tonnes minute minutes hour hours day days week weeks month months year years yearly annually
person persons people household households family families village villages worker workers resident residents tourist tourists
passenger passengers enterprise enterprises company companies project projects piece pieces vehicle vehicles unit units
school schools bed beds community communities
consecutive straight spot spots time times old of a an the each
"""
_CHINESE = """
个百分点 元/月 元/年 元/天 美元 人民币 元 人 名 位 户 家 个 村 公里 千米 平方米 米 公顷 亩 吨 个月 小时 分钟 天 日 月 年 周 岁
次 倍 件 条 辆 头 只 台 所 座 间 处 项 场 支 批 套 份 %
"""

ENGLISH_UNIT_WORDS = frozenset(_ENGLISH.split())
CHINESE_UNIT_WORDS = tuple(sorted(_CHINESE.split(), key=lambda word: (-len(word), word)))
