// The filters: every option with its count, all of it worked by pointer or keyboard, answered at once.
import { now, subscribe } from "./desk.js"
import { say } from "./engine.js"
import { mount as mountIn } from "./mounting.js"
import { programmePicker, regionPicker } from "./pickers.js"
import { searchBox } from "./search_box.js"
import { make } from "./shared.js"
import { themeChips, ticks } from "./ticks.js"
import { makeTip } from "./tooltip.js"
import { yearRange } from "./years.js"

const PARTS = [
  searchBox,
  regionPicker,
  themeChips,
  yearRange,
  ticks("statuses", "status"),
  programmePicker,
  ticks("voices"),
  ticks("layers", "", ["article"]),
]

const build = (root, dataset) => {
  root.replaceChildren(make("h2", "", say(dataset, "filter.title")))
  makeTip(root)
  const parts = PARTS.map(part => part(dataset)).filter(Boolean)
  root.append(...parts.map(part => part.element))
  let counted = null
  const show = shown => {
    // A figure that is chosen changes no count, so that the filters stand as they are.
    if (shown.facets === counted) return
    counted = shown.facets
    for (const part of parts) part.show(shown)
    root.setAttribute("aria-busy", "false")
  }
  const end = subscribe(shown => (root.isConnected ? show(shown) : end()))
  show(now())
  return end
}

/** Put the filters into their component. */
export const mount = component => mountIn(component, "filters", build)
