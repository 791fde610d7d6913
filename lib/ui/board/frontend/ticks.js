// Chips for the themes, ticks for status, voice and layer.
import { change, now } from "./desk.js"
import { say } from "./engine.js"
import { counted, field } from "./fields.js"
import { make, makeButton, shape } from "./shared.js"

const toggled = (codes, chosen, code) => codes.filter(one => chosen.includes(one) !== (one === code))

/** Chips of which each takes a theme in or out; none chosen means all. */
export const themeChips = dataset => {
  const { root } = field(dataset, "themes", false)
  const codes = dataset.codes.themes.map(({ code }) => code)
  const row = make("div", "chips")
  const buttons = dataset.codes.themes.map(({ code, label }) => {
    const button = makeButton("theme", label, () => change({ themes: toggled(codes, now().selection.themes, code) }), false)
    button.append(make("span", "count"))
    return button
  })
  row.append(...buttons)
  root.append(row)
  const show = ({ selection, facets }) =>
    dataset.codes.themes.forEach(({ code, label }, place) => {
      const [button, count, isChosen] = [buttons[place], facets.themes[code] ?? 0, selection.themes.includes(code)]
      counted(button, button, label, count)
      button.setAttribute("aria-pressed", String(isChosen))
      button.disabled = !count && !isChosen
      button.dataset.tip = count ? "" : say(dataset, "filter.no_figures")
    })
  return { element: root, show }
}

const tick = ({ code, label }, icon, onChange) => {
  const row = make("label", "tick")
  const box = make("input")
  box.type = "checkbox"
  box.value = code
  box.onchange = onChange
  row.append(box, ...(icon ? [shape(code)] : []), make("span", "tick-name", label), make("span", "count"))
  return { row, box }
}

/** Ticks for one part of the selection: all, or those of `start`, are ticked while nothing is chosen. */
export const ticks = (part, icons = "", start = null) => dataset => {
  const codes = dataset.codes[part] ?? []
  if (!codes.length) return null
  const starting = start ?? codes.map(({ code }) => code)
  const { root } = field(dataset, part)
  const onChange = () => {
    const ticked = rows.filter(({ box }) => box.checked).map(({ box }) => box.value)
    change({ [part]: String(ticked) === String(starting) ? [] : ticked })
    show(now())
  }
  const rows = codes.map(code => tick(code, icons, onChange))
  root.append(...rows.map(({ row }) => row))
  const show = ({ selection, facets }) =>
    codes.forEach(({ code, label, meaning }, place) => {
      const { row, box } = rows[place]
      const count = facets[part][code] ?? 0
      counted(box, row, label, count)
      box.checked = (selection[part].length ? selection[part] : starting).includes(code)
      // What is chosen can be let go of, also when it shows nothing.
      const isOff = !count && !selection[part].includes(code)
      box.disabled = isOff
      row.classList.toggle("off", isOff)
      row.dataset.tip = count ? meaning : say(dataset, "filter.no_figures")
      box.setAttribute("aria-description", row.dataset.tip)
    })
  return { element: root, show }
}
