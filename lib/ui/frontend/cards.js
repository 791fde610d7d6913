// Quote cards. Every word arrives as data and enters the page by textContent alone,
// so that nothing printed in a document can be read as markup.
import { challengeBox } from "./challenge.js"
import { citeBox, frozenLink } from "./citing.js"
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

// An official figure has no sentence: its card names the page that it was read in.
const page = ({ title, link }) => {
  const line = make("p", "page")
  line.append(outward(title, link))
  return line
}

const outward = (text, link) => {
  const anchor = make("a", "", text)
  anchor.href = link
  anchor.target = "_blank"
  anchor.rel = "noopener noreferrer"
  return anchor
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
    else if (link) value.append(outward(text, link))
    else value.textContent = text
    list.append(make("dt", "", term), value)
  }
  return list
}

const saidOf = card => {
  const { id: claim, what, place, shown } = card.figures.find(({ selected }) => selected)
  // An official figure has no sentence: the page it was read in stands for it.
  const quote = card.page?.link ? `${card.page.title}. ${card.page.link}` : card.parts.map(({ text }) => text).join("")
  return { claim, what, place, shown, quote }
}

const citation = (card, words) => {
  const said = saidOf(card)
  return citeBox(words, () => ({ ...said, link: frozenLink(said.claim, words.version) }), card.page?.link ? "" : card.id.split("-")[0])
}

const report = (card, words) => challengeBox(words, { ...saidOf(card), source: card.source, version: words.version })

/** Draw one card; `cite` and `challenge` hold the words by which the chosen figure may be cited and challenged. */
export const drawCard = (card, pick, { cite, challenge }) => {
  const article = make("article", card.selected ? "card selected" : "card")
  article.id = `quote-${card.id}`
  article.setAttribute("aria-label", card.name)
  const head = make("header", "head")
  const proof = card.page ? "context" : card.verified ? "verified" : "failed"
  head.append(make("span", "source", card.source), make("span", proof, card.verdict))
  article.append(head, card.page ? page(card.page) : sentence(card))
  for (const note of card.notes) article.append(make("p", "note", note))
  if (card.figures.length) {
    const claims = make("div", "claims")
    claims.append(...card.figures.map(figure => figureButton(figure, pick)))
    article.append(claims)
  }
  for (const detail of card.details) article.append(facts(detail))
  if (card.details.length) article.append(citation(card, cite), report(card, challenge))
  return article
}
