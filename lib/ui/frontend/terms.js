// Technical terms inside a text: dotted, reachable by keyboard; the meaning opens on focus, hover or Enter, and Escape closes it.
import { make, makeButton } from "./shared.js"

const EDGE = 8
const GAP = 4
const RECENT_MS = 300

// Below its term, or above where there is no room; in the layer above all others nothing can cut it off.
const place = (bubble, term) => {
  const [at, size] = [term.getBoundingClientRect(), bubble.getBoundingClientRect()]
  const isBelow = at.bottom + GAP + size.height + EDGE <= innerHeight
  bubble.style.left = `${Math.max(EDGE, Math.min(at.left, document.documentElement.clientWidth - size.width - EDGE))}px`
  bubble.style.top = `${isBelow ? at.bottom + GAP : Math.max(EDGE, at.top - GAP - size.height)}px`
}

let counted = 0

const termButton = (text, meaning) => {
  const holder = make("span", "term-holder")
  const bubble = make("span", "meaning", meaning)
  bubble.id = `meaning-${(counted += 1)}`
  bubble.role = "tooltip"
  bubble.popover = "manual"
  const isOpen = () => bubble.matches(":popover-open")
  const open = wanted => {
    if (wanted !== isOpen()) bubble.togglePopover(wanted)
    button.setAttribute("aria-expanded", wanted ? "true" : "false")
    if (wanted) place(bubble, button)
  }
  let opened = 0
  // A press that has just opened it by focus or hover does not close it again.
  const button = makeButton("term", text, () => open(!isOpen() || performance.now() - opened < RECENT_MS))
  button.setAttribute("aria-expanded", "false")
  button.setAttribute("aria-describedby", bubble.id)
  const show = () => {
    if (!isOpen()) opened = performance.now()
    open(true)
  }
  button.onfocus = show
  button.onblur = () => open(false)
  holder.onmouseenter = show
  holder.onmouseleave = () => open(false)
  button.onkeydown = event => {
    if (event.key !== "Escape" || !isOpen()) return
    event.stopPropagation()
    open(false)
  }
  holder.append(button, bubble)
  return holder
}

// `words`: pairs of a run of the text and its meaning, which is empty for plain words.
export const withTerms = words => words.map(([text, meaning]) => (meaning ? termButton(text, meaning) : document.createTextNode(text)))
