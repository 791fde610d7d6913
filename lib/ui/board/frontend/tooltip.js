// A quiet tip: beside the pointer or the focused thing, above all else, never off screen.
import { make } from "./shared.js"

const GAP = 14
const MARGIN = 8

const within = (start, size, end) => Math.max(MARGIN, Math.min(start, end - size - MARGIN))

const contents = value => {
  if (typeof value !== "object") return make("p", "", String(value))
  const list = make("dl")
  for (const [term, text] of Object.entries(value)) if (text) list.append(make("dt", "", term), make("dd", "", text))
  return list
}

/**
 * Make the tip of one part of the board, and let every element in there with `data-tip` show it, to the pointer and to the keyboard.
 * Returns `show(value, left, top, bottom)`, with the value a text or an object of terms, and `hide()`.
 */
export const makeTip = root => {
  const tip = make("div", "tip")
  tip.setAttribute("role", "tooltip")
  // In the layer above all others nothing can cut it off.
  tip.popover = "manual"
  root.append(tip)

  const hide = () => tip.matches(":popover-open") && tip.hidePopover()
  const show = (value, left, top, bottom = top) => {
    tip.replaceChildren(contents(value))
    tip.showPopover()
    const { width, height } = tip.getBoundingClientRect()
    const fitsBelow = bottom + GAP + height + MARGIN <= innerHeight
    tip.style.left = `${within(left + GAP, width, innerWidth)}px`
    tip.style.top = `${within(fitsBelow ? bottom + GAP : top - GAP - height, height, innerHeight)}px`
  }
  const showOf = event => {
    const owner = event.target.closest?.("[data-tip]")
    if (!owner?.dataset.tip) return
    const box = owner.getBoundingClientRect()
    show(owner.dataset.tip, box.left, box.top + GAP / 2, box.bottom - GAP / 2)
  }
  const hideOf = event => event.target.closest?.("[data-tip]") && hide()
  root.addEventListener("pointerover", event => event.pointerType !== "touch" && showOf(event))
  root.addEventListener("pointerout", hideOf)
  root.addEventListener("focusin", event => event.target.matches(":focus-visible") && showOf(event))
  root.addEventListener("focusout", hideOf)
  root.addEventListener("keydown", event => event.key === "Escape" && hide())
  return { show, hide }
}

/** Make Vega's tooltip handler of a tip. */
export const vegaTip = tip => (_handler, event, _item, value) => {
  if (!value || event.pointerType === "touch") tip.hide()
  else tip.show(value, event.clientX, event.clientY)
}
