// Vega views that live as long as the board: a change swaps their rows, and nothing is drawn anew.
import { make } from "./shared.js"
import { soon } from "./tabs.js"
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

// A row is the same as before when it stands for the same figure, line, year or cell.
const keyOf = ({ observation_id, kind, slot, year_name, region_id, theme }) =>
  observation_id || [kind, kind === "year" ? year_name : slot, region_id, theme].join("|")

// What stays in view is moved and not drawn anew: only what differs is told to Vega, and of that only what `isNow` asks for.
// Returns whether something is left to be told.
const swap = (vega, view, rows, isNow) => {
  const wanted = new Map(rows.map(row => [keyOf(row), row]))
  const changes = vega.changeset()
  let isLeft = false
  for (const held of view.data("rows") ?? []) {
    const row = wanted.get(keyOf(held))
    wanted.delete(keyOf(held))
    const changed = row ? Object.keys(row).filter(field => row[field] !== held[field]) : []
    if (row && !changed.length) continue
    if (!isNow(held) && !(row && isNow(row))) isLeft = true
    else if (row) for (const field of changed) changes.modify(held, field, row[field])
    else changes.remove(held)
  }
  const added = [...wanted.values()]
  const drawn = added.filter(isNow)
  view.change("rows", changes.insert(drawn))
  return isLeft || drawn.length < added.length
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
  // Asked of the page only when it tells of a change: to ask at every change would cost a layout each time.
  let width = 0
  const measure = () => {
    // A frame out of sight has no width; it gets one when it is shown.
    width = frame.clientWidth ? Math.max(NARROWEST, Math.floor(frame.clientWidth)) : width
  }
  const watcher = new ResizeObserver(() => {
    measure()
    if (width && view.width() !== width) view.width(width).runAsync()
  })
  watcher.observe(frame)
  let turn = 0
  const draw = async (rows, isNow) => {
    const isLeft = swap(vega, view, rows, isNow)
    await view.runAsync()
    nameGroups(holder)
    return isLeft
  }
  const drawRest = (rows, mine) => new Promise(resolve => soon(() => resolve(mine === turn && draw(rows, () => true))))
  return {
    /**
     * Show these rows, at this height, under this alt text: first those for which `isNow` holds, the others when there is time.
     * Resolves when the first are drawn, to `{rest}`, which resolves when all are.
     */
    show: async ({ rows, height }, alt, isNow) => {
      const mine = ++turn
      if (!width) measure()
      if (width && view.width() !== width) view.width(width)
      if (view.height() !== height) view.height(height)
      holder.setAttribute("aria-label", alt)
      const isLeft = await draw(rows, isNow)
      return { rest: isLeft ? drawRest(rows, mine) : null }
    },
    end: () => {
      watcher.disconnect()
      view.finalize()
    },
  }
}
