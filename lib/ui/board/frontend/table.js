// Tables of the board: each row is made once and kept, so that focus and place survive every change.
import { make } from "./shared.js"
import { bodyRow, header } from "./table_rows.js"

const frameOf = (caption, columns) => {
  const wrapper = make("div", "wrapper")
  wrapper.tabIndex = 0
  wrapper.setAttribute("role", "region")
  const table = make("table")
  const title = make("caption", "", caption)
  const body = make("tbody")
  table.append(title, header(columns), body)
  wrapper.append(table)
  const name = text => {
    title.textContent = text
    wrapper.setAttribute("aria-label", text)
  }
  name(caption)
  return { wrapper, body, name }
}

/** A table of figures whose rows can be picked: `show(indices, claim, caption)`. */
export const figureTable = (dataset, words, onPick) => {
  const { wrapper, body, name } = frameOf("", dataset.columns)
  const made = new Map()
  let shown = ""
  const rowOf = index => {
    if (!made.has(index)) {
      const { id, cells } = dataset.figures[index]
      made.set(index, bodyRow({ id, cells, selected: false }, dataset.columns, words, onPick))
    }
    return made.get(index)
  }
  const show = (indices, claim, caption) => {
    if (shown !== indices.join()) body.replaceChildren(...indices.map(rowOf))
    shown = indices.join()
    name(caption)
    for (const row of body.rows) {
      const isChosen = row.dataset.figure === claim
      row.classList.toggle("selected", isChosen)
      row.querySelector(".pick").setAttribute("aria-pressed", String(isChosen))
    }
  }
  return { element: wrapper, show }
}

/** A table of words alone: `show({caption, columns, rows})`. */
export const textTable = () => {
  const place = make("div")
  const show = ({ caption, columns, rows }) => {
    const { wrapper, body } = frameOf(caption, columns)
    body.append(...rows.map(cells => bodyRow({ id: "", cells, selected: false }, columns, {}, null)))
    place.replaceChildren(wrapper)
  }
  return { element: place, show }
}
