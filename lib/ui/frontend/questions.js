// Draws the questions as cards; each card is one link, with its question as heading and its finding as description.
const drawCard = (card, words) => {
  const item = make("li")
  const link = linkToExplore(make("a", "card"), card.query_string)
  const heading = make("h3", "question", card.question)
  heading.id = `question-${card.name}`
  const finding = tellFinding(make("p", card.is_reported ? "finding" : "finding silent"), card.parts)
  finding.id = `finding-${card.name}`
  link.setAttribute("aria-labelledby", heading.id)
  link.setAttribute("aria-describedby", finding.id)
  const foot = make("p", "foot")
  foot.append(make("span", "amount", card.amount), make("span", "go", words.open))
  link.append(make("p", "theme", card.theme), heading, finding, make("p", "formula", card.formula), foot)
  item.append(link)
  return item
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".questions")
  root.replaceChildren(...data.cards.map(card => drawCard(card, data.words)))
}
