// What a reader may add to a chart, as buttons that stay pressed.
import { change } from "./desk.js"
import { say } from "./engine.js"
import { make, makeButton } from "./shared.js"

/** Make the buttons for these extras; `show(now)` says which are on. */
export const makeExtras = (dataset, names, now) => {
  const root = make("div", "extras")
  root.setAttribute("role", "group")
  root.setAttribute("aria-label", say(dataset, "extra.title"))
  const toggle = name => {
    const { show } = now().selection
    change({ show: show.includes(name) ? show.filter(other => other !== name) : names.filter(other => other === name || show.includes(other)) })
  }
  const buttons = new Map(names.map(name => [name, makeButton("extra", say(dataset, `extra.${name}`), () => toggle(name), false)]))
  const note = make("p", "caption", say(dataset, "extra.events_note"))
  root.append(...buttons.values(), note)
  const show = ({ selection }) => {
    note.hidden = !selection.show.includes("events")
    for (const [name, button] of buttons) button.setAttribute("aria-pressed", selection.show.includes(name) ? "true" : "false")
  }
  return { element: root, show }
}
