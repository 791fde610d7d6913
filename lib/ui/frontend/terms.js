// Technical terms inside a text: dotted, reachable by keyboard; the meaning opens on focus, hover or Enter, and Escape closes it.
import { make, makeButton } from "./shared.js"

const EDGE = 8

// The meaning stays inside the window, whatever the term's place in the line.
const keepInside = bubble => {
  bubble.style.translate = "0"
  const { left, right } = bubble.getBoundingClientRect()
  const over = Math.max(0, right + EDGE - document.documentElement.clientWidth)
  bubble.style.translate = `${Math.max(EDGE - left, -over)}px`
}

let counted = 0

const termButton = (text, meaning) => {
  const holder = make("span", "term-holder")
  const bubble = make("span", "meaning", meaning)
  bubble.id = `meaning-${(counted += 1)}`
  bubble.role = "tooltip"
  bubble.hidden = true
  const open = isOpen => {
    bubble.hidden = !isOpen
    button.setAttribute("aria-expanded", isOpen ? "true" : "false")
    if (isOpen) keepInside(bubble)
  }
  let opened = 0
  const button = makeButton("term", text, () => open(bubble.hidden || performance.now() - opened < 300))
  button.setAttribute("aria-expanded", "false")
  button.setAttribute("aria-describedby", bubble.id)
  const show = () => {
    if (bubble.hidden) opened = performance.now()
    open(true)
  }
  button.onfocus = show
  button.onblur = () => open(false)
  holder.onmouseenter = show
  holder.onmouseleave = () => open(false)
  button.onkeydown = event => {
    if (event.key !== "Escape" || bubble.hidden) return
    event.stopPropagation()
    open(false)
  }
  holder.append(button, bubble)
  return holder
}

// `words`: pairs of a run of the text and its meaning, which is empty for plain words.
export const withTerms = words => words.map(([text, meaning]) => (meaning ? termButton(text, meaning) : document.createTextNode(text)))
