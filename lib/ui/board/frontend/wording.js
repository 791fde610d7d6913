// Fills the patterns of words that the server sent.
import { layersOf } from "./filtering.js"

const grouped = value => String(value).replace(/\B(?=(\d{3})+$)/g, ",")

const fill = (pattern, values) => pattern.replace(/\{(\w+)(:,)?\}/g, (_, name, comma) => (comma ? grouped(values[name]) : values[name]))

export const say = ({ words }, key, values = {}) => fill((values.count === 1 && words[`${key}.one`]) || words[key], values)

export const joinNames = (dataset, names) => {
  if (names.length < 2) return names.join("")
  return say(dataset, "list.last", { first: names.slice(0, -1).join(say(dataset, "list.comma")), last: names.at(-1) })
}

export const period = (dataset, first, last) =>
  first === last ? say(dataset, "period.year", { year: last }) : say(dataset, "period.span", { start: first, end: last })

export const shortened = (dataset, names, most, key) => {
  if (names.length <= most) return names
  return [...names.slice(0, most - 1), say(dataset, key, { count: names.length - most + 1 })]
}

export const chip = (dataset, place) => {
  const { name, first, last, heading } = dataset.figures[place]
  return `${name}, ${period(dataset, first, last)}: ${heading}`
}

const NAMED_REGIONS = 3

const counted = (dataset, selection, shown) => {
  const layers = layersOf(selection)
  const total = dataset.figures.filter(({ layer }) => layers.includes(layer)).length
  if (shown === total) return say(dataset, "selection.all", { total })
  return say(dataset, shown ? "selection.some" : "selection.none", { shown, total })
}

const regionWords = (dataset, { regions, inside }) => {
  if (!regions.length) return ""
  const names = regions.map(id => dataset.regions[dataset.regionPlace.get(id)].name)
  const named = joinNames(dataset, shortened(dataset, names, NAMED_REGIONS, "selection.more_regions"))
  const scope = !inside ? "regions_only" : regions.length === 1 ? "one_region_inside" : "regions_inside"
  return say(dataset, `selection.${scope}`, { regions: named })
}

const codeWords = (dataset, vocabulary, codes) => joinNames(dataset, codes.map(code => say(dataset, `inline.${vocabulary}.${code}`)))

const programmeWords = (dataset, chosen) => {
  const labels = new Map(dataset.codes.programmes.map(({ code, label }) => [code, label]))
  return joinNames(dataset, chosen.map(code => labels.get(code)))
}

// Needs a clean selection.
export const sentence = (dataset, selection, shown) => {
  const filters = [
    regionWords(dataset, selection),
    codeWords(dataset, "theme", selection.themes),
    selection.years ? period(dataset, ...selection.years) : "",
    codeWords(dataset, "status", selection.statuses),
    codeWords(dataset, "layer", selection.layers),
    codeWords(dataset, "voice", selection.voices),
    programmeWords(dataset, selection.programmes),
    selection.search ? say(dataset, "selection.search", { words: selection.search }) : "",
  ]
  const active = filters.filter(Boolean).join(" · ")
  return say(dataset, active ? "selection.filtered" : "selection.unfiltered", { counted: counted(dataset, selection, shown), filters: active })
}
