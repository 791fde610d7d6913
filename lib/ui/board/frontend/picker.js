// A list to choose several from: type to search, arrow keys to move, Enter to choose; it opens over what lies below and moves nothing.
import { say } from "./engine.js"
import { field } from "./fields.js"
import { make, makeButton } from "./shared.js"

const fold = text => text.toLowerCase().normalize("NFC")

const optionOf = (picker, entry) => {
  const row = make("div", "option")
  row.id = `${picker.part}-${entry.code}`
  row.dataset.code = entry.code
  row.setAttribute("role", "option")
  row.style.setProperty("--depth", entry.depth)
  row.append(make("span", "box"), make("span", "option-name", entry.name), make("span", "other", entry.other), make("span", "count"))
  row.onpointerdown = event => event.preventDefault()
  row.onclick = () => picker.toggle(entry.code)
  return row
}

const groups = (picker, rows) => {
  const made = []
  picker.entries.forEach((entry, place) => {
    if (!made.length || (entry.depth <= 1 && picker.isTree)) {
      const group = make("div", "group")
      group.setAttribute("role", "group")
      group.setAttribute("aria-label", picker.isTree ? entry.name : picker.name)
      made.push(group)
    }
    made.at(-1).append(rows[place])
  })
  return made
}

const chipOf = (picker, code) => {
  const { name } = picker.byCode.get(code)
  const chip = makeButton("picked", name, () => picker.toggle(code))
  chip.append(make("span", "cross", "×"))
  chip.setAttribute("aria-label", say(picker.dataset, "board.remove", { name }))
  return chip
}

const skeleton = picker => {
  const { root } = field(picker.dataset, picker.part)
  const box = make("div", "picker")
  const [input, chips, list] = [make("input", "text"), make("div", "picked-row"), make("div", "list")]
  Object.assign(input, { type: "text", placeholder: say(picker.dataset, "board.type_to_search"), autocomplete: "off", spellcheck: false })
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list" })) input.setAttribute(name, value)
  input.setAttribute("aria-label", picker.name)
  list.id = `${picker.part}-list`
  list.setAttribute("role", "listbox")
  list.setAttribute("aria-multiselectable", "true")
  list.setAttribute("aria-label", picker.name)
  input.setAttribute("aria-controls", list.id)
  const panel = make("div", "drop")
  panel.hidden = true
  const actions = make("div", "actions")
  panel.append(actions, list)
  box.append(input, panel)
  root.append(box, chips)
  return { root, input, chips, list, panel, actions, box }
}

const STEPS = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Make a picker of `entries` ({code, name, other, depth, words}) for a part of the selection.
 * Needs: `count(now, code)`, the figures an option would show; `chosen(now)`; `choose(codes)`.
 */
export const makePicker = ({ dataset, part, entries, isTree, count, chosen, choose, allWords }) => {
  const picker = { dataset, part, entries, isTree, name: say(dataset, `filter.${part}`), byCode: new Map(entries.map(one => [one.code, one])) }
  const { root, input, chips, list, panel, actions, box } = skeleton(picker)
  const rows = entries.map(entry => optionOf(picker, entry))
  const made = groups(picker, rows)
  list.append(...made)
  const none = make("p", "caption none", say(dataset, "board.no_option"))
  list.append(none)
  let [shown, active, selected] = [null, null, []]

  const all = makeButton("quiet", "", () => choose([...new Set([...selected, ...visible().map(row => row.dataset.code)])]))
  const clear = makeButton("quiet", say(dataset, "board.clear"), () => choose([]))
  for (const button of [all, clear]) button.onpointerdown = event => event.preventDefault()
  actions.append(all, clear)

  const visible = () => rows.filter(row => !row.hidden)
  const point = row => {
    active?.classList.remove("active")
    active = row ?? null
    active?.classList.add("active")
    active?.scrollIntoView({ block: "nearest" })
    if (active) input.setAttribute("aria-activedescendant", active.id)
    else input.removeAttribute("aria-activedescendant")
  }
  const sift = () => {
    const words = fold(input.value.trim())
    entries.forEach((entry, place) => {
      const isReachable = count(shown, entry.code) > 0 || selected.includes(entry.code)
      rows[place].hidden = !isReachable || (words !== "" && !entry.words.some(one => one.includes(words)))
    })
    const left = visible()
    made.forEach(group => (group.hidden = ![...group.children].some(row => !row.hidden)))
    none.hidden = left.length > 0
    all.textContent = say(dataset, "board.select_all", { count: left.length })
    all.disabled = !left.length
    clear.disabled = !selected.length
    return left
  }
  const open = isOpen => {
    panel.hidden = !isOpen
    input.setAttribute("aria-expanded", String(isOpen))
    if (isOpen) sift()
    else {
      input.value = ""
      point(null)
    }
  }
  picker.toggle = code => {
    if (input.value) input.value = ""
    choose(entries.map(one => one.code).filter(one => selected.includes(one) !== (one === code)))
  }

  input.addEventListener("focus", () => open(true))
  input.addEventListener("click", () => open(true))
  input.addEventListener("input", () => {
    open(true)
    point(input.value.trim() ? visible()[0] : null)
  })
  box.addEventListener("focusout", event => !box.contains(event.relatedTarget) && open(false))
  input.addEventListener("keydown", event => {
    if (event.key === "Escape") return open(false)
    if (event.key === "Enter" && active) return picker.toggle(active.dataset.code)
    if (!STEPS[event.key]) return
    event.preventDefault()
    if (panel.hidden) open(true)
    const [left, step] = [visible(), STEPS[event.key]]
    point(left[Math.max(0, Math.min(left.indexOf(active) + step, left.length - 1))])
  })

  const show = now => {
    shown = now
    selected = chosen(now)
    entries.forEach(({ code, name }, place) => {
      const figures = count(now, code)
      rows[place].setAttribute("aria-selected", String(selected.includes(code)))
      rows[place].querySelector(".count").textContent = String(figures)
    })
    chips.replaceChildren(...(selected.length ? selected.map(code => chipOf(picker, code)) : [make("span", "caption", allWords)]))
    if (!panel.hidden) {
      sift()
      if (active?.hidden) point(null)
    }
  }
  return { element: root, root, show }
}
