"""The page of an offline folder: a story with its charts and sentences in one HTML document that asks for nothing from anywhere.

Whatever it says is put in as text, never as markup: the document is a tree until it is written.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from lib.export.about import About
from lib.export.pictures import svg
from lib.export.slides import Card, Deck, Sentence, Slide, printable
from lib.export.svg import Element, parsed
from lib.text.catalogue import Language, say

_HERE = Path(__file__).parent
_TAGS = {"en": "en", "zh": "zh-Hans"}
_STYLE, _SCRIPT = ((_HERE / f"bundle.{kind}").read_text("utf-8") for kind in ("css", "js"))
_WEB = ("https://", "http://")


def page(deck: Deck, figures: str) -> bytes:
    """Return the document, in UTF-8.

    Needs: where the figures of the story lie, seen from the document.
    """
    language = deck.about.language
    root = _made("html", lang=_TAGS[language])
    root.extend([_head(deck.about.title), _body(deck, figures, language)])
    return b"<!doctype html>\n" + ElementTree.tostring(root, encoding="utf-8", method="html")


def _head(title: str) -> Element:
    head = _made("head")
    rules = f"default-src 'none'; style-src {_digest(_STYLE)}; script-src {_digest(_SCRIPT)}; base-uri 'none'; form-action 'none'"
    head.append(_made("meta", charset="utf-8"))
    head.append(_made("meta", content=rules, **{"http-equiv": "Content-Security-Policy"}))
    head.append(_made("meta", name="viewport", content="width=device-width, initial-scale=1"))
    head.append(_made("meta", name="referrer", content="no-referrer"))
    head.extend([_made("title", title), _raw("style", _STYLE)])
    return head


def _body(deck: Deck, figures: str, language: Language) -> Element:
    body = _made("body")
    head = _made("header", **{"class": "head"})
    head.extend([_made("h1", deck.about.title), _made("p", deck.about.subtitle, **{"class": "lead"}), _button("present", language)])
    head.append(_made("p", say(language, "bundle.keys"), **{"class": "about"}))
    told = _about(deck.about, "about")
    told.append(_link(say(language, "bundle.figures"), figures))
    head.append(told)
    body.append(head)
    main = _made("main")
    main.extend([_step(slide, place, language) for place, slide in enumerate(deck.slides, 1)])
    body.extend([main, _controls(language), _raw("script", _SCRIPT)])
    return body


def _step(slide: Slide, place: int, language: Language) -> Element:
    step = _made("section", **{"class": "step", "id": f"step-{place}", "tabindex": "-1"})
    step.append(_made("h2", slide.finding))
    is_alone = not (slide.sentences or slide.notes or slide.cut)
    body, shown, beside = (_made("div", **{"class": name}) for name in ("body alone" if is_alone else "body", "shown", "beside"))
    shown.extend(_shown(slide, language))
    beside.extend([_sentence(sentence) for sentence in slide.sentences])
    beside.extend([_made("p", note, **{"class": "note"}) for note in (*slide.notes, slide.cut) if note])
    body.extend([shown, beside])
    step.extend([body, _about(slide.about, "foot")])
    return step


def _shown(slide: Slide, language: Language) -> Iterator[Element]:
    if slide.chart is None:
        yield _cards(slide.cards)
        return
    chart = _made("div", **{"class": "chart"})
    chart.append(parsed(svg(slide.chart.picture).decode()))
    yield chart
    if slide.cards:
        told = _made("details")
        told.extend([_made("summary", say(language, "bundle.as_words")), _cards(slide.cards)])
        yield told


def _cards(cards: Sequence[Card]) -> Element:
    listed = _made("ul", **{"class": "cards"})
    for card in cards:
        item, number = _made("li"), _made("p", f"{card.number} ", **{"class": "number"})
        number.append(_made("span", card.unit, **{"class": "unit"}))
        said = " · ".join(part for part in (card.said, card.doubt) if part)
        item.extend([number, *(_made("p", text, **{"class": name}) for name, text in (("what", card.what), ("where", card.where)))])
        item.append(_made("p", said, **{"class": "said"}))
        listed.append(item)
    return listed


def _sentence(sentence: Sentence) -> Element:
    figure, quote = _made("figure", **{"class": "sentence"}), _made("blockquote", sentence.text)
    if sentence.language:
        quote.set("lang", sentence.language)
    origin, listed = _made("figcaption"), _made("ul", **{"class": "figures"})
    origin.append(_link(sentence.source, sentence.url))
    listed.extend([_made("li", f"{claim}: {words}") for claim, words in sentence.figures.items()])
    figure.extend([quote, origin, listed])
    return figure


def _about(about: About, name: str) -> Element:
    told = _made("div", **{"class": name})
    for line in about.lines():
        text = _made("p") if line == about.link_line else _made("p", line)
        if line == about.link_line:
            text.append(_link(line, about.link))
        told.append(text)
    return told


def _link(text: str, address: str) -> Element:
    is_inside = bool(address) and ":" not in address and not address.startswith("/")
    if not (is_inside or address.startswith(_WEB)):
        return _made("span", text)
    return _made("a", text, href=address, rel="noreferrer", **({"download": ""} if is_inside else {}))


def _controls(language: Language) -> Element:
    controls = _made("nav", **{"class": "controls"})
    controls.append(_made("span", **{"class": "place", "aria-live": "polite"}))
    controls.extend([_button(name, language) for name in ("back", "next", "leave")])
    return controls


def _button(name: str, language: Language) -> Element:
    return _made("button", say(language, f"bundle.{name}"), type="button", **{"class": name})


def _made(tag: str, text: str = "", **attributes: str) -> Element:
    made = ElementTree.Element(tag, {name: printable(value) for name, value in attributes.items()})
    made.text = printable(text)
    return made


def _raw(tag: str, text: str) -> Element:
    made = ElementTree.Element(tag)
    made.text = text
    return made


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
