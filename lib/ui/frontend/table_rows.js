// A real table whose rows can be picked by mouse or keyboard; text enters by textContent alone.
import { make, makeButton } from "./shared.js"

export const header = columns => {
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
  const onPick = event => {
    event.stopPropagation()
    pick(row.id)
  }
  const button = makeButton("pick", text, onPick, row.selected)
  button.title = words.pick
  cell.append(button)
  return cell
}

const dataCell = (text, column) => {
  const cell = make("td", column.number ? "number" : "", text)
  cell.dataset.column = column.label
  return cell
}

export const bodyRow = (row, columns, words, pick) => {
  const line = make("tr", row.selected ? "selected" : "")
  if (row.id) {
    line.dataset.figure = row.id
    line.onclick = () => pick(row.id)
  }
  row.cells.forEach((text, index) => {
    line.append(index === 0 ? pickCell(row, text, words, pick) : dataCell(text, columns[index]))
  })
  return line
}
