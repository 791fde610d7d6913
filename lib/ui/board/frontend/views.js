// Vega views that live as long as the board: a change swaps their rows, and nothing is drawn anew.
import { make } from "./shared.js"
import { vegaTip } from "./tooltip.js"

const NARROWEST = 120

/** Whether a mark means something to the pointer: the chart gave it a tip or a hand. */
const isTarget = ({ encode }) => Boolean(encode?.update?.tooltip || encode?.update?.cursor)

// What only explains lets the pointer through to what lies behind it.
const withQuietMarks = ({ marks = [], ...rest }) => ({
  ...rest,
  marks: marks.map(mark => (mark.type === "group" ? withQuietMarks(mark) : { ...mark, interactive: isTarget(mark) })),
})

/** Return the mark in the picture that stands for a datum for which `test` holds. */
export const markOf = (frame, test) =>
  [...frame.querySelectorAll('svg [role="graphics-symbol"]')].find(node => node.__data__?.datum && test(node.__data__.datum))

// Rows of the same figures in the same order differ in little: only what differs is drawn again.
const swap = (vega, view, rows) => {
  const held = view.data("rows") ?? []
  if (held.length !== rows.length || rows.some((row, place) => row.observation_id !== held[place].observation_id)) {
    view.data("rows", rows)
    return
  }
  const changes = vega.changeset()
  rows.forEach((row, place) => {
    for (const field of Object.keys(row)) if (row[field] !== held[place][field]) changes.modify(held[place], field, row[field])
  })
  view.change("rows", changes)
}

// Vega takes a group that was empty at first for a mark of its own, and a mark needs a name; remove this when it looks again.
const nameGroups = holder => {
  for (const group of holder.querySelectorAll('g.role-mark[role="graphics-symbol"]')) group.setAttribute("role", "graphics-object")
}

/**
 * Keep one chart alive in a frame.
 * Needs: Vega, a compiled specification whose one dataset is `rows`, the board's tip, and what to do with the datum that is clicked.
 */
export const chartView = ({ vega, spec, frame, tip, onPick }) => {
  const holder = make("div", "drawing")
  frame.append(holder)
  const view = new vega.View(vega.parse(withQuietMarks(spec)), { renderer: "svg", container: holder, hover: true, tooltip: vegaTip(tip), logLevel: 1 })
  // One picture with one text: its marks are told one by one as the arrow keys walk them.
  holder.setAttribute("role", "img")
  holder.removeAttribute("aria-roledescription")
  view.addEventListener("click", (_, item) => item?.datum && onPick(item.datum))
  const width = () => Math.max(NARROWEST, Math.floor(frame.clientWidth))
  const watcher = new ResizeObserver(() => {
    // A frame out of sight has no width; it gets one when it is shown.
    if (frame.clientWidth && view.width() !== width()) view.width(width()).runAsync()
  })
  watcher.observe(frame)
  return {
    /** Show these rows, at this height, under this alt text; resolves when they are drawn. */
    show: async ({ rows, height }, alt) => {
      if (frame.clientWidth && view.width() !== width()) view.width(width())
      if (view.height() !== height) view.height(height)
      swap(vega, view, rows)
      holder.setAttribute("aria-label", alt)
      await view.runAsync()
      nameGroups(holder)
    },
    end: () => {
      watcher.disconnect()
      view.finalize()
    },
  }
}
