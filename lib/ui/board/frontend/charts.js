// The charts of the board: to add one, add an entry to `CHARTS` and its layout to the engine.
import { change, pick } from "./desk.js"
import { alt, coverageTable, layouts, say, sourceFacts, sourceLine } from "./engine.js"
import { make } from "./shared.js"
import { figureTable, textTable } from "./table.js"
import { makeTabs } from "./tabs.js"
import { chartView, markOf } from "./views.js"
import { walkable } from "./walking.js"

const TALLEST = 620

const pickFigure = datum => pick(datum.observation_id)
// An empty cell leads nowhere: it only says that nothing is reported.
const pickCell = ({ region_id, theme, figures }) => figures && change({ regions: [region_id], inside: false, themes: [theme], claim: "" })

const figuresBeside = dataset => {
  const table = figureTable(dataset, { pick: say(dataset, "table.pick") }, pick)
  const show = ({ look, selection }) => table.show(look.figures, selection.claim, say(dataset, "table.caption", { count: look.figures.length }))
  return { element: table.element, show }
}

const coverageBeside = dataset => {
  const table = textTable()
  return { element: table.element, show: ({ look }) => table.show(coverageTable(dataset, look)) }
}

// `showsFigures`: the marks are figures, so that the chart changes with the chosen one.
const CHARTS = [
  { name: "by_indicator", onPick: pickFigure, beside: figuresBeside, showsFigures: true },
  { name: "over_time", onPick: pickFigure, beside: figuresBeside, showsFigures: true },
  { name: "coverage", onPick: pickCell, beside: coverageBeside },
]

/** Bring the mark of a figure into sight inside its frame; the page itself stays where it is. */
const spot = (frame, figure) => {
  const mark = figure && frame.scrollHeight > frame.clientHeight && markOf(frame, datum => datum.observation_id === figure)
  if (!mark) return
  const [box, room] = [mark.getBoundingClientRect(), frame.getBoundingClientRect()]
  if (box.top >= room.top && box.bottom <= room.bottom) return
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
  frame.scrollBy({ top: box.top - room.top - frame.clientHeight / 3, behavior: calm ? "auto" : "smooth" })
}

const drawing = ({ name, onPick, showsFigures }, { vega, dataset, tip }) => {
  const frame = make("div", "frame")
  frame.style.maxHeight = `${TALLEST}px`
  frame.tabIndex = 0
  frame.setAttribute("role", "group")
  frame.setAttribute("aria-label", say(dataset, `explore.${name}`))
  const view = chartView({ vega, spec: dataset.specs[name], frame, tip, onPick })
  const walk = walkable(frame, tip, onPick)
  let [spotted, drawn] = [null, null]
  const show = async ({ look, selection }) => {
    if (!showsFigures && drawn === look) return
    drawn = look
    const { rows, height } = layouts[name](dataset, look, selection.claim)
    await view.show({ rows, height }, alt(name, dataset, look))
    walk.forget()
  }
  const settle = ({ selection }) => {
    if (spotted !== selection.claim) spot(frame, selection.claim)
    spotted = selection.claim
  }
  return { element: frame, show, settle, end: view.end }
}

const headings = (dataset, name) => {
  const head = make("header", "block-head")
  head.append(make("h3", "", say(dataset, `explore.${name}`)), make("p", "caption", say(dataset, `explore.${name}_note`)))
  return head
}

/** Make one block: its title, the tabs over the same figures, and its source line; `show(now)` swaps what it shows. */
const block = (chart, context, shown) => {
  const { dataset } = context
  const section = make("section", "block")
  section.dataset.chart = chart.name
  section.setAttribute("aria-label", say(dataset, `explore.${chart.name}`))
  const [picture, beside, source] = [drawing(chart, context), chart.beside(dataset), textTable()]
  const line = make("p", "caption source-line")
  const showSource = ({ look }) =>
    source.show({
      caption: sourceLine(dataset, look),
      columns: ["column.field", "column.value"].map(key => ({ label: say(dataset, key), number: false })),
      rows: sourceFacts(dataset, look),
    })
  const tabs = makeTabs(chart.name, [
    { label: say(dataset, "tab.chart"), element: picture.element, draw: () => picture.show(shown()) },
    { label: say(dataset, "tab.table"), element: beside.element, draw: () => beside.show(shown()) },
    { label: say(dataset, "tab.source"), element: source.element, draw: () => showSource(shown()) },
  ])
  section.append(headings(dataset, chart.name), tabs.element, line)
  const show = () => {
    line.textContent = sourceLine(dataset, shown().look)
    return tabs.refresh()
  }
  return { element: section, show, settle: picture.settle, end: picture.end }
}

/** Make every chart of the board; `shown()` tells what is shown now, and what `show()` returns resolves when all are drawn. */
export const makeCharts = (context, shown) => {
  const root = make("div", "charts")
  const blocks = CHARTS.map(chart => block(chart, context, shown))
  root.append(...blocks.map(one => one.element))
  const show = () => Promise.all(blocks.map(one => one.show()))
  const each = name => (...given) => blocks.forEach(one => one[name](...given))
  return { element: root, count: blocks.length, show, settle: each("settle"), end: each("end") }
}
