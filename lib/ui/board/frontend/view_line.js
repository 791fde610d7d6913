// The view in one sentence, the way back to everything, and what to do when nothing fits.
import { change, reset } from "./desk.js"
import { openFilters } from "./drawer.js"
import { isDefault, relaxations, say, sentence } from "./engine.js"
import { make, makeButton } from "./shared.js"

/** Make the line above the charts: `show(now)`. */
export const makeViewLine = dataset => {
  const root = make("header", "view-line")
  const words = make("p", "sentence-of-view")
  const back = makeButton("quiet", say(dataset, "filter.reset"), reset)
  back.dataset.tip = say(dataset, "filter.reset_help")
  const filters = makeButton("quiet to-filters", say(dataset, "board.filters"), openFilters)
  root.append(words, filters, back)
  const show = ({ look, selection }) => {
    words.textContent = sentence(dataset, selection, look.figures.length)
    back.disabled = isDefault(selection)
  }
  return { element: root, show }
}

const relaxing = dataset => ({ part, count, selection }) =>
  makeButton("quiet", say(dataset, "explore.relax", { part: say(dataset, `filter.${part}`), count }), () => change(selection))

/** Make what stands in the place of the charts when nothing is in view: `show(now)`. */
export const makeNothingFound = dataset => {
  const root = make("section", "nothing block")
  const [lead, ways] = [make("p"), make("div", "ways")]
  const text = make("p")
  root.append(make("h3", "", say(dataset, "explore.nothing_title")), text, lead, ways)
  const show = ({ selection }) => {
    const wider = relaxations(dataset, selection)
    text.textContent = say(dataset, selection.search ? "explore.nothing_words" : "explore.nothing_text")
    lead.textContent = say(dataset, wider.length ? "explore.nothing_relax" : "explore.nothing_single")
    ways.replaceChildren(...wider.map(relaxing(dataset)))
  }
  return { element: root, show }
}
