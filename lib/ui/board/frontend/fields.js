// What the filters have in common: a named group with its help.
import { say } from "./engine.js"
import { make } from "./shared.js"

/** Make a named group of controls for a part of the selection, with its help behind a question mark. */
export const field = (dataset, part, hasHelp = true) => {
  const root = make("div", "field")
  root.setAttribute("role", "group")
  const head = make("div", "field-head")
  const label = make("span", "field-name", say(dataset, `filter.${part}`))
  root.setAttribute("aria-label", label.textContent)
  head.append(label)
  if (hasHelp) head.append(help(say(dataset, `filter.${part}_help`)))
  root.append(head)
  return { root, head }
}

/** Make a question mark that tells when it is pointed at or has the focus. */
export const help = text => {
  const mark = make("span", "help", "?")
  mark.tabIndex = 0
  mark.setAttribute("role", "img")
  mark.setAttribute("aria-label", text)
  mark.dataset.tip = text
  return mark
}

/** Write a count into its place in a row, and after the name that a screen reader says of a control. */
export const counted = (control, row, name, count) => {
  control.setAttribute("aria-label", `${name} (${count})`)
  row.querySelector(".count").textContent = String(count)
}
