// Draws a real table whose rows can be picked by mouse or keyboard; text enters by textContent alone.
const header = columns => {
  const row = make("tr")
  for (const column of columns) {
    const cell = make("th", column.number ? "number" : "", column.label)
    cell.scope = "col"
    row.append(cell)
  }
  const head = make("thead")
  head.append(row)
  return head
}

const pickCell = (row, text, words, pick) => {
  const cell = make("th")
  cell.scope = "row"
  if (!row.id) {
    cell.textContent = text
    return cell
  }
  const button = make("button", "pick", text)
  button.type = "button"
  button.setAttribute("aria-pressed", row.selected ? "true" : "false")
  button.title = words.pick
  button.onclick = event => {
    event.stopPropagation()
    pick(row.selected ? "" : row.id)
  }
  cell.append(button)
  return cell
}

const bodyRow = (row, columns, words, pick) => {
  const line = make("tr", row.selected ? "selected" : "")
  if (row.id) {
    line.dataset.figure = row.id
    line.onclick = () => pick(row.selected ? "" : row.id)
  }
  row.cells.forEach((text, index) => {
    line.append(index === 0 ? pickCell(row, text, words, pick) : make("td", columns[index].number ? "number" : "", text))
  })
  return line
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".wrapper")
  const pick = id => setTriggerValue("picked", id)
  const table = make("table")
  table.append(make("caption", "", data.caption), header(data.columns))
  const body = make("tbody")
  body.append(...data.rows.map(row => bodyRow(row, data.columns, data.words, pick)))
  table.append(body)
  const left = root.scrollLeft
  const top = root.scrollTop
  root.style.maxHeight = data.height ? `${data.height}px` : ""
  root.setAttribute("aria-label", data.caption)
  root.replaceChildren(table)
  root.scrollTo(left, top)
}
