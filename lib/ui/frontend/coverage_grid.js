// Draws the coverage of areas by theme and year as one table; every cell is a link, and arrow keys walk from cell to cell.
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

const drawHead = (years, corner) => {
  const row = make("tr")
  const first = make("th", "corner", corner)
  first.scope = "col"
  row.append(first)
  for (const year of years) {
    const cell = make("th", "year-head", String(year))
    cell.scope = "col"
    row.append(cell)
  }
  const head = make("thead")
  head.append(row)
  return head
}

const drawCell = (cell, words, tell) => {
  const link = linkToExplore(make("a", cell.figures ? `cell tint${cell.tint}` : "cell empty"), cell.query_string)
  link.setAttribute("aria-label", cell.spoken)
  link.tabIndex = -1
  link.append(make("span", "", cell.figures ? String(cell.figures) : words.empty))
  link.onmouseenter = link.onfocus = () => tell(cell.spoken)
  const place = make("td")
  place.append(link)
  return place
}

// The years again over each area, for the eye alone: on a phone the head of the table is out of sight by then.
const repeatYears = years => {
  const row = make("tr", "years-again")
  row.setAttribute("aria-hidden", "true")
  row.append(make("td"), ...years.map(year => make("td", "year-head", String(year))))
  return row
}

const drawArea = (area, years, words, tell) => {
  const body = make("tbody", area.depth ? "inner" : "")
  const title = make("tr")
  const name = make("th", "area", area.name)
  name.scope = "rowgroup"
  name.colSpan = years.length + 1
  title.append(name)
  body.append(title, repeatYears(years))
  for (const theme of area.themes) {
    const row = make("tr", "cells")
    const head = make("th", "theme", theme.name)
    head.scope = "row"
    row.append(head, ...theme.cells.map(cell => drawCell(cell, words, tell)))
    body.append(row)
  }
  return body
}

// One tab stop for the whole table: the cell that was last in focus keeps it.
const walkByArrows = table => {
  const rows = [...table.querySelectorAll("tr.cells")].map(row => [...row.querySelectorAll("a")])
  if (!rows.length) return
  const rest = cell => rows.flat().forEach(other => (other.tabIndex = other === cell ? 0 : -1))
  rest(rows[0][0])
  table.addEventListener("focusin", event => event.target.matches("a.cell") && rest(event.target))
  table.addEventListener("keydown", event => {
    const step = STEPS[event.key]
    const row = rows.findIndex(cells => cells.includes(event.target))
    if (!step || row < 0) return
    event.preventDefault()
    const next = rows[row + step[0]]?.[rows[row].indexOf(event.target) + step[1]]
    if (next) next.focus()
  })
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".coverage")
  const told = make("p", "told", data.words.hint)
  const tell = words => (told.textContent = words)
  const table = make("table")
  table.append(make("caption", "", data.words.caption), drawHead(data.years, data.words.corner))
  table.append(...data.areas.map(area => drawArea(area, data.years, data.words, tell)))
  table.onmouseleave = () => tell(data.words.hint)
  walkByArrows(table)
  const key = make("p", "key")
  const sample = make("span", "cell empty sample")
  sample.setAttribute("aria-hidden", "true")
  key.append(sample, make("span", "", data.words.key))
  root.replaceChildren(table, told, key)
}
