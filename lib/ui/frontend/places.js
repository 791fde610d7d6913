// Draws the places as a tree of buttons, the same that the map shows; the focus stays where the reader left it.
import { make, makeButton } from "./shared.js"

const button = (place, pick) => {
  const made = makeButton("place", "", () => pick(place.id), place.selected)
  made.dataset.place = place.id
  made.setAttribute("aria-label", place.spoken)
  made.title = place.spoken
  const swatch = make("span", place.own ? "swatch" : "swatch hollow")
  swatch.style.setProperty("--area", place.colour)
  made.append(swatch, make("span", "name", place.name), make("span", "inside", place.inside), make("span", "own", place.own || ""))
  return made
}

const tree = (places, pick) => {
  const list = make("ul")
  for (const place of places) {
    const item = make("li")
    item.append(button(place, pick))
    if (place.parts.length) item.append(tree(place.parts, pick))
    list.append(item)
  }
  return list
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".places")
  const focused = root.getRootNode().activeElement?.dataset?.place
  const top = root.scrollTop
  root.style.maxHeight = `${data.height}px`
  root.setAttribute("aria-label", data.label)
  root.replaceChildren(tree(data.places, id => setTriggerValue("picked", id)))
  root.scrollTop = top
  root.onscroll = () => root.classList.toggle("goes-on", root.scrollHeight - root.scrollTop - root.clientHeight > 4)
  root.onscroll()
  if (focused) root.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}
