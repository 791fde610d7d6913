// Draws quote cards. Every word arrives as data and enters the page by textContent alone,
// so that nothing printed in a document can be read as markup.
const shape = status => {
  const icon = make("span", `shape ${status}`)
  icon.setAttribute("aria-hidden", "true")
  return icon
}

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
  const button = make("button", figure.selected ? "claim selected" : "claim")
  button.type = "button"
  button.setAttribute("aria-pressed", figure.selected ? "true" : "false")
  button.dataset.figure = figure.id
  const colour = make("span", "region", figure.place)
  colour.style.setProperty("--region", figure.colour)
  button.append(shape(figure.status), colour, make("span", "what", figure.what), make("span", "printed", figure.shown))
  button.onclick = () => pick(figure.selected ? "" : figure.id)
  return button
}

const facts = rows => {
  const list = make("dl", "facts")
  for (const [term, text, link] of rows) {
    const value = make("dd")
    if (link) {
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

const drawCard = (card, pick) => {
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
  return article
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".quotes")
  const pick = id => setTriggerValue("picked", id)
  root.setAttribute("aria-label", data.label)
  const draw = count => {
    root.replaceChildren(...data.cards.slice(0, count).map(card => drawCard(card, pick)))
    if (count >= data.cards.length) return
    const more = make("button", "more", data.more)
    more.type = "button"
    more.onclick = () => {
      root.dataset.count = String(count + data.step)
      draw(count + data.step)
      root.querySelectorAll(".card")[count]?.scrollIntoView({ block: "nearest" })
    }
    root.append(more)
  }
  draw(Number(root.dataset.count || data.step))
}
