// The search box: the board follows the typing, and one search is one step of the history.
import { change } from "./desk.js"
import { say } from "./engine.js"
import { field } from "./fields.js"
import { make } from "./shared.js"

const PAUSE_MS = 120
const LONGEST = 100

export const searchBox = dataset => {
  const { root } = field(dataset, "search", false)
  const box = make("input", "text")
  Object.assign(box, { type: "search", maxLength: LONGEST, placeholder: say(dataset, "filter.search_hint"), autocomplete: "off", spellcheck: false })
  box.setAttribute("aria-label", say(dataset, "filter.search"))
  root.append(box)
  let gesture = null
  let waiting = 0
  const send = () => {
    clearTimeout(waiting)
    waiting = 0
    gesture ??= Symbol("search")
    change({ search: box.value }, { gesture })
  }
  box.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(send, PAUSE_MS)
  })
  box.addEventListener("keydown", event => event.key === "Enter" && send())
  box.addEventListener("blur", () => {
    if (waiting) send()
    gesture = null
  })
  const show = ({ selection }) => {
    // What is being typed is newer than what is shown.
    if (!waiting && box.value.trim() !== selection.search) box.value = selection.search
  }
  return { element: root, show }
}
