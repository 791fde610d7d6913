"""The four case areas that the documents are about, by region id."""

ZHENGZHOU, HANGZHOU, KEQIAO, ZHEJIANG = "410100", "330100", "330603", "330000"
CASE_AREAS = (ZHENGZHOU, HANGZHOU, KEQIAO, ZHEJIANG)
