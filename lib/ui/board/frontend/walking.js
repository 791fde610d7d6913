// A chart by keyboard: the arrow keys walk from mark to mark, each is told, and Enter chooses it.
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

const marksOf = frame => [...frame.querySelectorAll('svg [role="graphics-symbol"][aria-label]')].filter(node => node.__data__?.datum)

const inReadingOrder = marks =>
  marks
    .map(mark => ({ mark, box: mark.getBoundingClientRect() }))
    .sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left)
    .map(({ mark }) => mark)

/** Let the marks of a frame be walked; `forget()` begins anew after the marks have changed. */
export const walkable = (frame, tip, onPick) => {
  const told = document.createElement("p")
  told.className = "unseen"
  told.setAttribute("aria-live", "polite")
  frame.append(told)
  let place = -1

  const tell = mark => {
    mark.scrollIntoView({ block: "nearest" })
    const box = mark.getBoundingClientRect()
    told.textContent = mark.getAttribute("aria-label")
    tip.show(told.textContent, box.right - 12, box.top, box.bottom - 8)
  }
  frame.addEventListener("keydown", event => {
    const marks = inReadingOrder(marksOf(frame))
    if (event.key === "Enter" && marks[place]) onPick(marks[place].__data__.datum)
    const ends = { Home: 0, End: marks.length - 1 }
    const next = ends[event.key] ?? (STEPS[event.key] ? place + STEPS[event.key] : null)
    if (next === null || !marks.length) return
    event.preventDefault()
    place = Math.max(0, Math.min(next, marks.length - 1))
    tell(marks[place])
  })
  frame.addEventListener("blur", () => {
    tip.hide()
    told.textContent = ""
  })
  const forget = () => {
    if (place >= 0 && place >= marksOf(frame).length) place = -1
  }
  return { forget }
}
