// The pictures of the charts: each in a frame of its own, its marks reached by pointer and by keys.
import { alt, layouts, panels, say } from "./engine.js"
import { make } from "./shared.js"
import { chartView, markOf } from "./views.js"
import { walkable } from "./walking.js"

const TALLEST = 620
const TALLEST_SHARE = 0.7
const EDGE = 8
const NEARLY = 100
// About as high as a page of A4 with the chart's heading.
const PAGE = 900
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

// What of a chart can be seen in its frame: where it goes on below the edge its last lines fade, and what is seen is drawn first.
const sighting = (frame, line) => {
  const mark = isMore => frame.classList.toggle("fades", isMore)
  // Kept, because to ask for it in the middle of a change would cost a layout.
  let top = 0
  const onScroll = () => {
    top = frame.scrollTop
    mark(top + frame.clientHeight < frame.scrollHeight - EDGE)
  }
  frame.addEventListener("scroll", onScroll, { passive: true })
  const fade = height => top < EDGE && mark(height > Math.min(TALLEST, innerHeight * TALLEST_SHARE))
  /** Tell of a row whether it is, or nearly is, in sight; every row is where they do not stand in lines. */
  const isSeen = row => !line || ((row.slot + 1) * line > top - NEARLY && row.slot * line < top + TALLEST + NEARLY)
  return { fade, isSeen }
}

const framed = ({ name, onPick, line }, { vega, dataset, tip }, label) => {
  const frame = make("div", "frame")
  frame.style.maxHeight = `min(${TALLEST}px, ${100 * TALLEST_SHARE}vh)`
  frame.tabIndex = 0
  frame.setAttribute("role", "group")
  frame.setAttribute("aria-label", label)
  const view = chartView({ vega, spec: dataset.specs[name], frame, tip, onPick })
  const walk = walkable(frame, tip, onPick)
  const sight = sighting(frame, line)
  const draw = async (layout, words) => {
    sight.fade(layout.height)
    frame.classList.toggle("tall", layout.height > PAGE)
    const drawn = await view.show(layout, words, sight.isSeen)
    walk.forget()
    return drawn
  }
  return { element: frame, draw, end: view.end }
}

/** One picture of all that is in view; `show(now)` swaps what it shows and resolves to `{rest}` as `chartView` does, `settle(now)` brings the chosen mark into sight. */
export const picture = (chart, context) => {
  const { dataset } = context
  const { element, draw, end } = framed(chart, context, say(dataset, `explore.${chart.name}`))
  let [spotted, drawn] = [null, null]
  const show = async ({ look, selection }) => {
    if (!chart.showsFigures && drawn === look) return {}
    drawn = look
    return draw(layouts[chart.name](dataset, look, selection.claim), alt(chart.name, dataset, look))
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
