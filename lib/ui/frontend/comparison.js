// Draws regions side by side as a table, which on a phone becomes a list of entries: the roles keep it a table for a screen reader.
// Every word enters by textContent alone.
const part = (tag, role, className, text) => {
  const element = make(tag, className, text)
  element.setAttribute("role", role)
  return element
}

const head = (tag, scope, className, ...inside) => {
  const element = part("th", tag, className)
  element.scope = scope
  element.append(...inside)
  return element
}

const swatch = colour => {
  const mark = make("span", "swatch")
  mark.style.setProperty("--area", colour)
  mark.setAttribute("aria-hidden", "true")
  return mark
}

const figureButton = (figure, pick) => {
  const look = ["figure", figure.selected && "selected", figure.official && "official"].filter(Boolean).join(" ")
  const button = makeButton(look, null, () => pick(figure.selected ? "" : figure.id), figure.selected)
  button.dataset.figure = figure.id
  const when = make("span", "when")
  when.append(shape(figure.status), make("span", "", figure.when))
  button.append(make("span", "amount", figure.shown), when)
  return button
}

// What finds no room at first stays one step away, and stays open once the reader has opened it.
const further = (cell, key, pick) => {
  const rest = make("details", "more")
  rest.dataset.cell = key
  rest.open = cell.rest.some(figure => figure.selected)
  rest.append(make("summary", "", cell.more), ...cell.rest.map(figure => figureButton(figure, pick)))
  return rest
}

const regionCell = (cell, column, pick) => {
  const element = part("td", "cell", "")
  element.dataset.column = column
  if (cell.figures.length) element.append(...cell.figures.map(figure => figureButton(figure, pick)))
  else element.append(make("span", "none", cell.none))
  if (cell.rest.length) element.append(further(cell, cell.rest[0].id, pick))
  return element
}

const indicatorRow = (row, columns, pick) => {
  const line = part("tr", "row", "line")
  const name = head("rowheader", "row", "name", make("span", "", row.name))
  if (row.note) name.append(make("span", "note", row.note))
  line.append(name, ...row.cells.map((cell, index) => regionCell(cell, columns[index].name, pick)))
  return line
}

const groupRow = (group, width) => {
  const line = part("tr", "row", "")
  const title = head("rowheader", "rowgroup", "group", make("span", "title", group.title), make("span", "said", group.said))
  title.colSpan = width
  line.append(title)
  return line
}

const columnHeads = (first, columns) => {
  const line = part("tr", "row", "")
  line.append(head("columnheader", "col", "", first))
  for (const column of columns) line.append(head("columnheader", "col", "", swatch(column.colour), make("span", "", column.name)))
  const element = part("thead", "rowgroup", "")
  element.append(line)
  return element
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".comparison")
  const focused = root.getRootNode().activeElement?.dataset?.figure
  const pick = id => setTriggerValue("picked", id)
  const table = part("table", "table", "")
  table.append(make("caption", "", data.caption), columnHeads(data.first, data.columns))
  for (const group of data.groups) {
    const body = part("tbody", "rowgroup", "")
    if (group.title) body.append(groupRow(group, data.columns.length + 1))
    body.append(...group.rows.map(row => indicatorRow(row, data.columns, pick)))
    table.append(body)
  }
  const opened = [...root.querySelectorAll("details[open]")].map(rest => rest.dataset.cell)
  root.replaceChildren(table)
  for (const rest of root.querySelectorAll("details")) if (opened.includes(rest.dataset.cell)) rest.open = true
  // Redrawing must not cost the keyboard its place.
  if (focused) root.querySelector(`[data-figure="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}
