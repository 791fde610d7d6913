// Quote cards. Every word arrives as data and enters the page by textContent alone,
// so that nothing printed in a document can be read as markup.
import { challengeBox } from "./challenge.js"
import { make, makeButton, shape } from "./shared.js"
import { withTerms } from "./terms.js"

const sentence = card => {
  const block = make("blockquote", "sentence")
  block.lang = card.language
  for (const part of card.parts) {
    if (!part.role) {
      block.append(part.text)
      continue
    }
    block.append(make("mark", part.role, part.text))
  }
  return block
}

const figureButton = (figure, pick) => {
  const button = makeButton(figure.selected ? "claim selected" : "claim", null, () => pick(figure.selected ? "" : figure.id), figure.selected)
  button.dataset.figure = figure.id
  const colour = make("span", "region", figure.place)
  colour.style.setProperty("--region", figure.colour)
  button.append(shape(figure.status), colour, make("span", "what", figure.what), make("span", "printed", figure.shown))
  return button
}

const facts = rows => {
  const list = make("dl", "facts")
  for (const [term, text, link, words] of rows) {
    const value = make("dd")
    if (words) value.append(...withTerms(words))
    else if (link) {
      const anchor = make("a", "", text)
      anchor.href = link
      anchor.target = "_blank"
      anchor.rel = "noopener noreferrer"
      value.append(anchor)
    } else value.textContent = text
    list.append(make("dt", "", term), value)
  }
  return list
}

const report = (card, words) => {
  const { id, what, place, shown } = card.figures.find(({ selected }) => selected)
  const quote = card.parts.map(({ text }) => text).join("")
  return challengeBox(words, { claim: id, what, place, shown, quote, source: card.source, version: words.version })
}

/** Draw one card; `challenge` holds the words of the report by which the chosen figure may be challenged. */
export const drawCard = (card, pick, challenge) => {
  const article = make("article", card.selected ? "card selected" : "card")
  article.id = `quote-${card.id}`
  article.setAttribute("aria-label", card.name)
  const head = make("header", "head")
  head.append(make("span", "source", card.source), make("span", card.verified ? "verified" : "failed", card.verdict))
  article.append(head, sentence(card))
  for (const note of card.notes) article.append(make("p", "note", note))
  if (card.figures.length) {
    const claims = make("div", "claims")
    claims.append(...card.figures.map(figure => figureButton(figure, pick)))
    article.append(claims)
  }
  for (const detail of card.details) article.append(facts(detail))
  if (card.details.length) article.append(report(card, challenge))
  return article
}
