// Shows a table and keeps the place to which it was scrolled.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".wrapper")
  const chosen = data.rows.find(row => row.selected)?.id
  const pick = id => setTriggerValue("picked", id === chosen ? "" : id)
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
