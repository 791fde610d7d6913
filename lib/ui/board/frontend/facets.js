// How many figures each option of each filter would show, every filter lifted from its own options.
import { figureTests, look } from "./filtering.js"
import { clean, START } from "./links.js"
import { finder } from "./searching.js"

const span = (first, last) => Array.from({ length: last - first + 1 }, (_, step) => first + step)

// The options of each filter that a figure belongs to.
const OPTIONS = {
  regions: (figure, { regions }) => [regions[figure.region].id],
  themes: figure => [figure.theme],
  years: figure => span(figure.first, figure.last),
  statuses: figure => [figure.status],
  layers: figure => [figure.layer],
  voices: figure => (figure.voice ? [figure.voice] : []),
  programmes: figure => figure.programmes,
}

const zeros = dataset => ({
  ...Object.fromEntries(Object.entries(dataset.codes).map(([name, codes]) => [name, codes.map(({ code }) => code)])),
  regions: dataset.regions.map(({ id }) => id),
  years: span(...dataset.years),
})

const tally = dataset => {
  const options = zeros(dataset)
  return Object.fromEntries(Object.keys(OPTIONS).map(name => [name, Object.fromEntries(options[name].map(option => [option, 0]))]))
}

const withInner = ({ regions }, own) =>
  Object.fromEntries(
    regions.map(({ id, within }) => [id, { own: own[id], within: within.reduce((sum, inner) => sum + own[regions[inner].id], 0) }]),
  )

export const facets = (dataset, given) => {
  const selection = clean(given)
  const tests = Object.entries(figureTests(dataset, selection))
  const found = finder(dataset, selection.search)
  const counts = tally(dataset)
  let total = 0
  for (const figure of dataset.figures) {
    if (!found(figure)) continue
    const failed = tests.filter(([, test]) => !test(figure)).map(([name]) => name)
    if (failed.length > 1) continue
    if (!failed.length) total += 1
    for (const name of failed.length ? failed : Object.keys(OPTIONS)) {
      for (const option of OPTIONS[name](figure, dataset)) counts[name][option] += 1
    }
  }
  return { ...counts, regions: withInner(dataset, counts.regions), total }
}

const RELAXED = ["search", "regions", "themes", "years", "statuses", "programmes", "voices", "layers"]

export const relaxations = (dataset, given) => {
  const selection = { ...clean(given), claim: "", source: "", show: [] }
  return RELAXED.flatMap(part => {
    const wider = { ...selection, [part]: START[part] }
    const count = look(dataset, wider).figures.length
    return count ? [{ part, count, selection: wider }] : []
  })
}
