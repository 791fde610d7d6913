// Draws figures as cards of equal height; each is a button, and every word enters by textContent alone.
const line = (className, ...parts) => {
  const block = make("span", className)
  block.append(...parts)
  return block
}

const drawCard = (card, pick) => {
  const look = ["card", card.selected && "selected", card.dimmed && "dimmed"].filter(Boolean).join(" ")
  const button = makeButton(look, null, () => pick(card.selected ? "" : card.id), card.selected)
  button.dataset.figure = card.id
  button.style.setProperty("--region", card.colour)
  const amount = line("amount", make("span", "number", card.number))
  if (card.unit) amount.append(" ", make("span", "unit", card.unit))
  const foot = line("foot", line("where", make("span", "place", card.place), " ", make("span", "period", card.period)))
  foot.append(line("status", shape(card.status), make("span", "", card.said)))
  if (card.doubt) foot.append(make("span", "doubt", card.doubt))
  button.append(amount, make("span", "what", card.what), foot)
  return button
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".numbers")
  const focused = root.getRootNode().activeElement?.dataset?.figure
  root.setAttribute("aria-label", data.label)
  root.dataset.count = String(data.cards.length)
  root.replaceChildren(...data.cards.map(card => drawCard(card, id => setTriggerValue("picked", id))))
  // Redrawing must not cost the keyboard its place.
  if (focused) root.querySelector(`[data-figure="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}
