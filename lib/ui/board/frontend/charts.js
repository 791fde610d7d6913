// The charts of the board: to add one, add an entry to `CHARTS` and its layout to the engine.
import { change, pick } from "./desk.js"
import { coverageTable, say, sourceFacts, sourceLine } from "./engine.js"
import { makeExtras } from "./extras.js"
import { PANELS, panelled, picture } from "./pictures.js"
import { make } from "./shared.js"
import { figureTable, textTable } from "./table.js"
import { makeTabs } from "./tabs.js"

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

// `showsFigures`: the marks are figures, so that the chart changes with the chosen one; `extras`: what a reader may add to it.
const CHARTS = [
  { name: "by_indicator", onPick: pickFigure, beside: figuresBeside, showsFigures: true },
  { name: "over_time", onPick: pickFigure, beside: figuresBeside, showsFigures: true, extras: ["events", PANELS] },
  { name: "coverage", onPick: pickCell, beside: coverageBeside },
]

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
  const drawn = chart.extras ? panelled(chart, context) : picture(chart, context)
  const [beside, source] = [chart.beside(dataset), textTable()]
  const extras = makeExtras(dataset, chart.extras ?? [], shown)
  const line = make("p", "caption source-line")
  const showSource = ({ look }) =>
    source.show({
      caption: sourceLine(dataset, look),
      columns: ["column.field", "column.value"].map(key => ({ label: say(dataset, key), number: false })),
      rows: sourceFacts(dataset, look),
    })
  const tabs = makeTabs(chart.name, [
    { label: say(dataset, "tab.chart"), element: drawn.element, draw: () => drawn.show(shown()) },
    { label: say(dataset, "tab.table"), element: beside.element, draw: () => beside.show(shown()) },
    { label: say(dataset, "tab.source"), element: source.element, draw: () => showSource(shown()) },
  ])
  section.append(headings(dataset, chart.name), ...(chart.extras ? [extras.element] : []), tabs.element, line)
  const show = () => {
    line.textContent = sourceLine(dataset, shown().look)
    extras.show(shown())
    return tabs.refresh()
  }
  return { element: section, show, settle: drawn.settle, end: drawn.end }
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
