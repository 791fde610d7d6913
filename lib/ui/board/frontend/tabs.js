// Tabs by the book: one stop for the Tab key, arrow keys between them, and what is out of sight is drawn when there is time.
import { make, makeButton } from "./shared.js"

const KEYS = { ArrowRight: 1, ArrowLeft: -1 }
const LONGEST_WAIT_MS = 300

/** Do something when the browser has time for it. */
export const soon = work => (window.requestIdleCallback ? requestIdleCallback(work, { timeout: LONGEST_WAIT_MS }) : setTimeout(work, LONGEST_WAIT_MS / 5))

const reveal = (list, next) => {
  list.forEach(({ button, panel }, place) => {
    const isOpen = place === next
    button.setAttribute("aria-selected", String(isOpen))
    button.tabIndex = isOpen ? 0 : -1
    panel.hidden = !isOpen
  })
  return next
}

const onArrow = (event, open, places, current) => {
  const ends = { Home: 0, End: places - 1 }
  const next = ends[event.key] ?? (KEYS[event.key] ? (current + KEYS[event.key] + places) % places : null)
  if (next === null) return
  event.preventDefault()
  open(next)
}

/**
 * Make tabs of `[{label, element, draw}]` under a name of their own.
 * Returns their element and `refresh()`: draws the tab in sight at once and the others when the browser is idle;
 * what it returns resolves when the first is drawn.
 */
export const makeTabs = (name, entries) => {
  const root = make("div", "tabs")
  const bar = make("div", "tablist")
  bar.setAttribute("role", "tablist")
  root.append(bar)
  const late = new Set()
  let current = 0
  const draw = place => {
    late.delete(place)
    return entries[place].draw()
  }
  const list = entries.map(({ label, element }, place) => {
    const button = makeButton("tab", label, () => open(place))
    const panel = make("div", "panel")
    Object.assign(button, { id: `${name}-tab-${place}` })
    Object.assign(panel, { id: `${name}-panel-${place}` })
    button.setAttribute("role", "tab")
    button.setAttribute("aria-controls", panel.id)
    panel.setAttribute("role", "tabpanel")
    panel.setAttribute("aria-labelledby", button.id)
    panel.append(element)
    bar.append(button)
    root.append(panel)
    return { button, panel }
  })
  const open = place => {
    current = reveal(list, place)
    list[place].button.focus({ preventScroll: true })
    if (late.has(place)) draw(place)
  }
  bar.onkeydown = event => onArrow(event, open, list.length, current)
  reveal(list, 0)
  const refresh = () => {
    entries.forEach((_, place) => late.add(place))
    const drawn = draw(current)
    soon(() => [...late].forEach(draw))
    return drawn
  }
  return { element: root, refresh }
}
