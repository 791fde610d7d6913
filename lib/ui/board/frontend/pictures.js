// The pictures of the charts: each in a frame of its own, its marks reached by pointer and by keys.
import { alt, layouts, panels, say } from "./engine.js"
import { make } from "./shared.js"
import { chartView, markOf } from "./views.js"
import { walkable } from "./walking.js"

const TALLEST = 620
const TALLEST_SHARE = 0.7
const EDGE = 8
export const PANELS = "panels"

/** Bring the mark of a figure into sight inside its frame; the page itself stays where it is. */
const spot = (frame, figure) => {
  const mark = figure && frame.scrollHeight > frame.clientHeight && markOf(frame, datum => datum.observation_id === figure)
  if (!mark) return
  const [box, room] = [mark.getBoundingClientRect(), frame.getBoundingClientRect()]
  if (box.top >= room.top && box.bottom <= room.bottom) return
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
  frame.scrollBy({ top: box.top - room.top - frame.clientHeight / 3, behavior: calm ? "auto" : "smooth" })
}

// Where a chart goes on below the edge of its frame, its last lines fade.
const fading = frame => {
  const mark = isMore => frame.classList.toggle("fades", isMore)
  // Kept, because to ask for it in the middle of a change would cost a layout.
  let isAtTop = true
  const onScroll = () => {
    isAtTop = frame.scrollTop < EDGE
    mark(frame.scrollTop + frame.clientHeight < frame.scrollHeight - EDGE)
  }
  frame.addEventListener("scroll", onScroll, { passive: true })
  return height => isAtTop && mark(height > Math.min(TALLEST, innerHeight * TALLEST_SHARE))
}

const framed = ({ name, onPick }, { vega, dataset, tip }, label) => {
  const frame = make("div", "frame")
  frame.style.maxHeight = `min(${TALLEST}px, ${100 * TALLEST_SHARE}vh)`
  frame.tabIndex = 0
  frame.setAttribute("role", "group")
  frame.setAttribute("aria-label", label)
  const view = chartView({ vega, spec: dataset.specs[name], frame, tip, onPick })
  const walk = walkable(frame, tip, onPick)
  const fade = fading(frame)
  const draw = async (layout, words) => {
    fade(layout.height)
    await view.show(layout, words)
    walk.forget()
  }
  return { element: frame, draw, end: view.end }
}

/** One picture of all that is in view; `show(now)` swaps what it shows, `settle(now)` brings the chosen mark into sight. */
export const picture = (chart, context) => {
  const { dataset } = context
  const { element, draw, end } = framed(chart, context, say(dataset, `explore.${chart.name}`))
  let [spotted, drawn] = [null, null]
  const show = async ({ look, selection }) => {
    if (!chart.showsFigures && drawn === look) return
    drawn = look
    await draw(layouts[chart.name](dataset, look, selection.claim), alt(chart.name, dataset, look))
  }
  const settle = ({ selection }) => {
    if (spotted !== selection.claim) spot(element, selection.claim)
    spotted = selection.claim
  }
  return { element, show, settle, end }
}

const panel = (chart, context, area) => {
  const label = say(context.dataset, `legend.${area}`)
  const section = make("section", "panel-of-area")
  const { element, draw, end } = framed(chart, context, label)
  section.dataset.area = area
  section.append(make("h4", "", label), element)
  return { element: section, draw, end }
}

/** The same as `picture`, and in its place one for each area, all on one scale, while the reader asks for that. */
export const panelled = (chart, context) => {
  const { dataset } = context
  const [root, grid] = [make("div"), make("div", "panel-grid")]
  const whole = picture(chart, context)
  const made = new Map()
  const panelOf = area => {
    if (!made.has(area)) {
      made.set(area, panel(chart, context, area))
      grid.append(...dataset.areas.filter(one => made.has(one)).map(one => made.get(one).element))
    }
    return made.get(area)
  }
  const showPanels = async ({ look, selection }) => {
    const drawn = panels(dataset, look, selection.claim)
    for (const [area, { element }] of made) element.hidden = !drawn.some(one => one.area === area)
    await Promise.all(drawn.map(({ area, rows, height, alt: words }) => panelOf(area).draw({ rows, height }, words)))
  }
  const show = shown => {
    const isSplit = shown.look.show.includes(PANELS)
    whole.element.hidden = isSplit
    grid.hidden = !isSplit
    return isSplit ? showPanels(shown) : whole.show(shown)
  }
  const end = () => [whole, ...made.values()].forEach(one => one.end())
  root.append(whole.element, grid)
  return { element: root, show, settle: whole.settle, end }
}
