// One step of a story as a slide: the finding, its figures, the sentence behind them, where they come from.
const drawFigures = cards => {
  const list = make("ul", "cards")
  list.append(...cards.map(card => {
    const item = make("li", "card")
    item.style.setProperty("--region", card.colour)
    const amount = make("p", "amount", card.number)
    if (card.unit) amount.append(" ", make("span", "unit", card.unit))
    const said = make("p", "said")
    said.append(shape(card.status), make("span", "", card.said))
    item.append(amount, make("p", "what", card.what), make("p", "where", card.where), said)
    return item
  }))
  return list
}

const drawQuote = quote => {
  const block = make("figure", "quote")
  const sentence = make("blockquote", "sentence")
  sentence.lang = quote.language
  sentence.append(...quote.parts.map(({ text, role }) => (role ? make("mark", role, text) : document.createTextNode(text))))
  block.append(sentence, make("figcaption", quote.verified ? "verified" : "failed", `${quote.source} · ${quote.verdict}`))
  if (quote.more) block.append(make("p", "more", quote.more))
  return block
}

export const drawSlide = step => {
  const slide = make("section", "slide")
  slide.tabIndex = -1
  slide.setAttribute("aria-label", step.label)
  const finding = tellFinding(make("h2", "finding"), step.parts)
  const body = make("div", step.quote ? "body" : "body alone")
  body.classList.toggle("crowded", Boolean(step.quote) && !step.drawing && step.cards.length > 4)
  const shown = make("div", "shown")
  const chart = make("div", "chart")
  shown.append(step.drawing ? chart : drawFigures(step.cards))
  if (step.drawing?.common) shown.prepend(make("p", "common", step.drawing.common))
  if (step.cut) shown.prepend(make("p", "cut", step.cut))
  const beside = make("div", "beside")
  if (step.quote) beside.append(drawQuote(step.quote))
  if (step.formula) beside.append(make("p", "formula", step.formula))
  if (step.note) beside.append(make("p", "note", step.note))
  body.append(shown, beside)
  slide.append(finding, body, make("p", "line", step.line))
  const asCards = () => chart.replaceWith(drawFigures(step.cards))
  return { slide, body, chart, asCards }
}
