// The charts of the board: to add one, add an entry to `CHARTS` and its layout to the engine.
import { change, pick } from "./desk.js"
import { coverageTable, say, sourceFacts, sourceLine } from "./engine.js"
import { makeExtras } from "./extras.js"
import { LINE } from "./indicator_layout.js"
import { PANELS, panelled, picture } from "./pictures.js"
import { makeSaving } from "./saving.js"
import { make } from "./shared.js"
import { figureTable, textTable } from "./table.js"
import { makeTabs, soon } from "./tabs.js"

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

// `showsFigures`: the marks are figures, so that the chart changes with the chosen one; `extras`: what a reader may add to it;
// `line`: its rows stand one below the other, each so many pixels high.
const CHARTS = [
  { name: "by_indicator", onPick: pickFigure, beside: figuresBeside, showsFigures: true, line: LINE },
  { name: "over_time", onPick: pickFigure, beside: figuresBeside, showsFigures: true, extras: ["events", PANELS] },
  { name: "coverage", onPick: pickCell, beside: coverageBeside },
]

const headings = (dataset, name) => {
  const head = make("header", "block-head")
  head.append(make("h3", "", say(dataset, `explore.${name}`)), makeSaving(dataset, name), make("p", "caption", say(dataset, `explore.${name}_note`)))
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
  let isInSight = true
  const sight = new IntersectionObserver(([{ isIntersecting }]) => {
    isInSight = isIntersecting
  })
  sight.observe(section)
  const draw = async () => {
    line.textContent = sourceLine(dataset, shown().look)
    extras.show(shown())
    return tabs.refresh()
  }
  const complete = async done => {
    await (await done)?.rest
    drawn.settle(shown())
  }
  // What is out of sight waits until the browser has time.
  const show = () => {
    const done = isInSight ? draw() : new Promise(resolve => soon(() => resolve(draw())))
    return { isInSight, done, all: complete(done) }
  }
  const end = () => {
    sight.disconnect()
    drawn.end()
  }
  return { element: section, show, end }
}

/** Make every chart of the board; `shown()` tells what is shown now, and `show()` returns what resolves when those in sight, and when all, are drawn. */
export const makeCharts = (context, shown) => {
  const root = make("div", "charts")
  const blocks = CHARTS.map(chart => block(chart, context, shown))
  root.append(...blocks.map(one => one.element))
  const show = () => {
    const drawings = blocks.map(one => one.show())
    const inSight = drawings.filter(one => one.isInSight).map(({ done }) => done)
    return { inSight: Promise.all(inSight), all: Promise.all(drawings.map(({ all }) => all)) }
  }
  return { element: root, count: blocks.length, show, end: () => blocks.forEach(one => one.end()) }
}
