// The key to shapes and colours.
import { make } from "./shared.js"

const entry = ({ shape, colour, area, sign, words }) => {
  const item = make("li")
  if (area) item.dataset.area = area
  const mark = make("span", shape ? `shape ${shape}` : colour ? "swatch" : "sign", sign)
  if (colour) mark.style.background = colour
  mark.setAttribute("aria-hidden", "true")
  item.append(mark, make("span", "", words))
  return item
}

export const keyList = group => {
  const list = make("ul")
  list.setAttribute("aria-label", group.label)
  list.append(...group.entries.map(entry))
  return list
}
