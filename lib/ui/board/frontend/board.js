// The linked views of the Explore page: charts, tables and sentences over the same figures.
import { makeCharts } from "./charts.js"
import { now, subscribe } from "./desk.js"
import { say } from "./engine.js"
import { makeEvidence } from "./evidence.js"
import { keyList } from "./key.js"
import { address, mount as mountIn } from "./mounting.js"
import { make } from "./shared.js"
import { makeTip } from "./tooltip.js"
import { makeNothingFound, makeViewLine } from "./view_line.js"

/** Make the key; the grey of official figures is told while there are some. */
const makeLegend = (dataset, groups) => {
  const root = make("div", "legend")
  root.append(...groups.map(keyList))
  const context = root.querySelector("[data-area=context]")
  const show = ({ figures }) => {
    context.hidden = !figures.some(figure => dataset.figures[figure].layer === "official")
  }
  return { element: root, show }
}

const announcer = dataset => {
  const root = make("p", "unseen")
  root.setAttribute("role", "status")
  const tell = ({ look }, charts) => {
    const count = look.figures.length
    root.textContent = say(dataset, count ? "board.announced" : "explore.nothing_title", { count, charts })
  }
  return { element: root, tell }
}

const vegaAt = path => import(address(path))

const build = async (root, dataset, data) => {
  const vega = await vegaAt(data.vega)
  root.replaceChildren()
  const tip = makeTip(root)
  const [line, nothing, evidence, voice] = [makeViewLine(dataset), makeNothingFound(dataset), makeEvidence(dataset), announcer(dataset)]
  const charts = makeCharts({ vega, dataset, tip }, now)
  const legend = makeLegend(dataset, data.legend)
  const columns = make("div", "columns")
  columns.append(charts.element, evidence.element)
  root.append(line.element, legend.element, nothing.element, columns, voice.element)

  let drawing = 0
  const show = async (shown, before) => {
    const turn = ++drawing
    root.setAttribute("aria-busy", "true")
    const isEmpty = !shown.look.figures.length
    tip.hide()
    line.show(shown)
    legend.show(shown.look)
    nothing.element.hidden = !isEmpty
    columns.hidden = isEmpty
    if (isEmpty) nothing.show(shown)
    else {
      evidence.show(shown, before?.look)
      const drawn = charts.show()
      await drawn.inSight
      // A place is measured when all in sight stands: each measurement before would cost a layout of its own.
      if (turn === drawing) evidence.settle(shown)
      await drawn.all
    }
    if (turn === drawing) root.setAttribute("aria-busy", "false")
  }
  let last = now().look
  const end = subscribe(shown => {
    if (!root.isConnected) return close()
    const before = { look: last }
    last = shown.look
    voice.tell(shown, charts.count)
    show(shown, before)
  })
  const close = () => {
    end()
    charts.end()
  }
  await show(now())
  return close
}

/** Put the board into its component. */
export const mount = component => {
  // Fetched beside the dataset: whoever needs it waits for it.
  vegaAt(component.data.vega).catch(() => {})
  return mountIn(component, "board", build)
}
