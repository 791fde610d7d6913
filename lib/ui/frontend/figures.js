// Shows a table and keeps the place to which it was scrolled. Of a long one the next rows are made when the reader comes near them.
const STEP = 300
const NEAR = "600px"

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".wrapper")
  const chosen = data.rows.find(row => row.selected)?.id
  const pick = id => setTriggerValue("picked", id === chosen ? "" : id)
  const table = make("table")
  table.append(make("caption", "", data.caption), header(data.columns))
  const body = make("tbody")
  const drawTo = end => {
    body.append(...data.rows.slice(body.rows.length, end).map(row => bodyRow(row, data.columns, data.words, pick)))
    if (body.rows.length < data.rows.length) watcher.observe(body.lastElementChild)
  }
  const watcher = new IntersectionObserver(
    seen => {
      if (!seen.some(entry => entry.isIntersecting)) return
      watcher.disconnect()
      drawTo(body.rows.length + STEP)
    },
    { root, rootMargin: NEAR },
  )
  const left = root.scrollLeft
  const top = root.scrollTop
  // As many as were there before, else the place to which it was scrolled would be gone.
  drawTo(Math.max(STEP, root.querySelectorAll("tbody tr").length, data.rows.findIndex(row => row.selected) + 1))
  table.append(body)
  root.style.maxHeight = data.height ? `${data.height}px` : ""
  root.setAttribute("aria-label", data.caption)
  root.replaceChildren(table)
  root.scrollTo(left, top)
}
