// Draws promises as a table, which on a phone becomes a list of entries: the roles keep it a table for a screen reader.
// Every word enters by textContent alone.
const cell = (tag, role, className, text) => {
  const element = make(tag, className, text)
  element.setAttribute("role", role)
  return element
}

const row = className => cell("tr", "row", className)

const pickButton = (id, selected, className, pick, ...parts) => {
  // The row can be clicked too: one click is one choice.
  const choose = event => {
    event.stopPropagation()
    pick(selected ? "" : id)
  }
  const button = makeButton(className, null, choose, selected)
  button.dataset.figure = id
  button.append(...parts)
  return button
}

const promiseCell = (promise, pick) => {
  const head = cell("th", "rowheader", "promise")
  head.scope = "row"
  const amount = make("span", "amount", promise.number)
  if (promise.unit) amount.append(" ", make("span", "unit", promise.unit))
  head.append(pickButton(promise.id, promise.selected, "pick", pick, amount, make("span", "what", promise.what)))
  return head
}

const pageLink = (page, text) => {
  const link = goesTo(make("a", "leads", text), `${appRoot()}${page}${location.search}`)
  // To leave the page is no choice of its row.
  link.addEventListener("click", event => event.stopPropagation())
  return link
}

const linePart = ({ text, figure, selected, page }, pick) => {
  if (page) return pageLink(page, text)
  return figure ? pickButton(figure, selected, "report", pick, text) : make("span", "", text)
}

// One line of a cell: words, perhaps with the mark of a status before them, a figure that can be picked, or a page they lead to.
const cellLine = (told, pick) => {
  const { label, status, look } = told
  const line = make("div", ["line", look].filter(Boolean).join(" "))
  if (status) line.append(shape(status))
  if (label) line.append(make("span", "label", label), " ")
  line.append(linePart(told, pick))
  return line
}

// How a state was found: there for whoever asks, and out of the way of who reads on.
const folded = (lines, id, why, pick) => {
  const fold = make("details", "why")
  fold.dataset.promise = id
  fold.append(make("summary", "", why), ...lines.map(line => cellLine(line, pick)))
  // To look is no choice of its row.
  fold.addEventListener("click", event => event.stopPropagation())
  return fold
}

const factCell = ({ look, lines }, label, id, why, pick) => {
  const fact = cell("td", "cell", look)
  const [shown, more] = [lines.filter(({ folds }) => !folds), lines.filter(({ folds }) => folds)]
  fact.append(...shown.map(line => cellLine(line, pick)))
  if (more.length) fact.append(folded(more, id, why, pick))
  fact.dataset.column = label
  return fact
}

const promiseRow = (promise, { columns, why }, pick) => {
  const line = row(["entry", promise.selected && "selected", promise.dimmed && "dimmed"].filter(Boolean).join(" "))
  line.onclick = () => pick(promise.selected ? "" : promise.id)
  line.append(promiseCell(promise, pick), ...promise.cells.map((fact, index) => factCell(fact, columns[index + 1], promise.id, why, pick)))
  return line
}

const groupHead = (group, width) => {
  const head = cell("th", "rowheader", "group")
  head.colSpan = width
  head.scope = "rowgroup"
  const swatch = make("span", "swatch")
  swatch.style.background = group.colour
  swatch.setAttribute("aria-hidden", "true")
  head.append(swatch, make("span", "title", group.title), " ", make("span", "said", group.said))
  const line = row("")
  line.append(head)
  return line
}

const columnHeads = columns => {
  const line = row("")
  for (const name of columns) {
    const head = cell("th", "columnheader", "", name)
    head.scope = "col"
    line.append(head)
  }
  const head = cell("thead", "rowgroup", "")
  head.append(line)
  return head
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".promises")
  const pick = id => setTriggerValue("picked", id)
  const focused = root.getRootNode().activeElement?.dataset?.figure
  const table = cell("table", "table", "")
  table.append(make("caption", "", data.caption), columnHeads(data.columns))
  for (const group of data.groups) {
    const body = cell("tbody", "rowgroup", "")
    body.append(groupHead(group, data.columns.length), ...group.promises.map(promise => promiseRow(promise, data, pick)))
    table.append(body)
  }
  const open = [...root.querySelectorAll("details[open]")].map(fold => fold.dataset.promise)
  root.replaceChildren(table)
  // Redrawing must not close what was opened, nor cost the keyboard its place.
  for (const fold of root.querySelectorAll("details")) fold.open = open.includes(fold.dataset.promise)
  if (focused) root.querySelector(`[data-figure="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}
