// What a selection shows: the figures, the sentences without a figure and the events that pass every filter.
import { clean } from "./links.js"
import { finder } from "./searching.js"

const ALL = () => true

const chosen = (values, column) => {
  if (!values.length) return ALL
  const wanted = new Set(values)
  return row => wanted.has(row[column])
}

const listed = (values, column) => {
  if (!values.length) return ALL
  const wanted = new Set(values)
  return row => row[column].some(value => wanted.has(value))
}

const overlapping = years => (years ? row => row.first <= years[1] && row.last >= years[0] : ALL)

const placesOf = (dataset, { regions, inside }) => {
  const places = regions.map(id => dataset.regionPlace.get(id)).filter(place => place !== undefined)
  return inside ? places.flatMap(place => dataset.regions[place].within) : places
}

/** Who names no layer asks for the articles: what stands around them is shown only on demand. */
export const layersOf = ({ layers }) => (layers.length ? layers : ["article"])

// One test of a figure for each filter.
export const figureTests = (dataset, selection) => ({
  regions: chosen(placesOf(dataset, selection), "region"),
  themes: chosen(selection.themes, "theme"),
  years: overlapping(selection.years),
  statuses: chosen(selection.statuses, "status"),
  layers: chosen(layersOf(selection), "layer"),
  voices: chosen(selection.voices, "voice"),
  programmes: listed(selection.programmes, "programmes"),
})

const sentenceTests = (dataset, selection) => [
  quote => !quote.figures.length,
  listed(placesOf(dataset, selection), "regions"),
  listed(selection.themes, "themes"),
  overlapping(selection.years),
  chosen(selection.voices, "voice"),
  listed(selection.programmes, "programmes"),
]

const eventTests = (dataset, selection) => [
  chosen(placesOf(dataset, selection), "region"),
  listed(selection.themes, "themes"),
  selection.years ? event => selection.years[0] <= event.year && event.year <= selection.years[1] : ALL,
  chosen(selection.voices, "voice"),
  listed(selection.programmes, "programmes"),
]

// A sentence without a figure has no status, and stands in an article.
const admitsSentences = selection => !selection.statuses.length && layersOf(selection).includes("article")

const passing = (rows, tests, found) => {
  const kept = []
  const asked = tests.filter(test => test !== ALL)
  rows.forEach((row, place) => asked.every(test => test(row)) && found(row) && kept.push(place))
  return kept
}

const carrying = (dataset, figures) => {
  const carry = new Set(figures.map(place => dataset.figures[place].quote))
  return dataset.quotes.flatMap((_, place) => (carry.has(place) ? [place] : []))
}

export const look = (dataset, given) => {
  const selection = clean(given)
  const found = finder(dataset, selection.search)
  const figures = passing(dataset.figures, Object.values(figureTests(dataset, selection)), found)
  const sentences = admitsSentences(selection) ? passing(dataset.quotes, sentenceTests(dataset, selection), found) : []
  const events = passing(dataset.events, eventTests(dataset, selection), found)
  return { figures, sentences, events, quotes: [...carrying(dataset, figures), ...sentences], show: selection.show }
}
