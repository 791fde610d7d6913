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

const STYLES = ["shared.css", "terms.css", "challenge.css", "legend.css", "quotes.css", "figures.css", "board.css"]

const legend = groups => {
  const root = make("div", "legend")
  root.append(...groups.map(keyList))
  return root
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

const build = async (root, dataset, data) => {
  const vega = await import(address(data.vega))
  root.replaceChildren()
  const tip = makeTip(root)
  const [line, nothing, evidence, voice] = [makeViewLine(dataset), makeNothingFound(dataset), makeEvidence(dataset), announcer(dataset)]
  const charts = makeCharts({ vega, dataset, tip }, now)
  const columns = make("div", "columns")
  columns.append(charts.element, evidence.element)
  root.append(line.element, legend(data.legend), nothing.element, columns, voice.element)

  let drawing = 0
  const show = async (shown, before) => {
    const turn = ++drawing
    root.setAttribute("aria-busy", "true")
    const isEmpty = !shown.look.figures.length
    tip.hide()
    line.show(shown)
    nothing.element.hidden = !isEmpty
    columns.hidden = isEmpty
    if (isEmpty) nothing.show(shown)
    else {
      evidence.show(shown, before?.look)
      await charts.show()
    }
    if (turn !== drawing) return
    // Places are measured once, when all stands: each measurement before would cost a layout of its own.
    evidence.settle(shown)
    charts.settle(shown)
    root.setAttribute("aria-busy", "false")
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
export const mount = component => mountIn(component, "board", STYLES, build)
