// A selection in its one form, and as the link that leads back to it.

export const START = {
  regions: [], inside: true, themes: [], years: null, statuses: [], layers: [], voices: [], programmes: [],
  search: "", claim: "", pair: [], source: "", show: [], version: "", language: "en",
}

const LISTS = ["regions", "themes", "statuses", "layers", "voices", "programmes", "pair", "show"]
const UNFILTERING = ["claim", "pair", "source", "show", "version", "language"]
const LONGEST_SEARCH = 100

// Composed, without invisible characters, single-spaced and no longer than a search may be.
const cleanSearch = text => {
  const visible = text.normalize("NFC").replace(/\p{C}/gu, " ")
  const words = visible.split(/\s+/u).filter(Boolean)
  return [...words.join(" ")].slice(0, LONGEST_SEARCH).join("").trimEnd()
}

export const clean = selection => {
  const whole = { ...START, ...selection }
  for (const name of LISTS) whole[name] = [...new Set(whole[name])]
  whole.years = whole.years && [Math.min(...whole.years), Math.max(...whole.years)]
  whole.search = cleanSearch(whole.search)
  return whole
}

const given = value => (value ? [value] : [])

const years = span => (span ? [span[0] === span[1] ? `${span[0]}` : `${span[0]}-${span[1]}`] : [])

const params = selection => [
  ["region", selection.regions],
  ["inside", selection.inside ? [] : ["no"]],
  ["theme", selection.themes],
  ["year", years(selection.years)],
  ["status", selection.statuses],
  ["layer", selection.layers],
  ["voice", selection.voices],
  ["programme", selection.programmes],
  ["q", given(selection.search)],
  ["claim", given(selection.claim)],
  ["pair", selection.pair],
  ["source", given(selection.source)],
  ["show", selection.show],
  ["v", given(selection.version)],
  ["lang", selection.language === "en" ? [] : [selection.language]],
]

// The parts of a selection that the dataset knows: a step of the history may be older than the dataset.
export const known = (dataset, selection) => {
  const codes = part => new Set(dataset.codes[part].map(({ code }) => code))
  const among = part => (selection[part] ?? []).filter(code => codes(part).has(code))
  const claims = [...dataset.figures, ...dataset.events]
  return {
    ...selection,
    regions: (selection.regions ?? []).filter(id => dataset.regionPlace.has(id)),
    ...Object.fromEntries(["themes", "statuses", "layers", "voices", "programmes"].map(part => [part, among(part)])),
    claim: claims.some(({ id }) => id === selection.claim) ? selection.claim : "",
  }
}

export const query = selection => {
  const pairs = params(clean(selection)).flatMap(([name, values]) => values.map(value => [name, value]))
  return pairs.length ? `?${new URLSearchParams(pairs)}` : ""
}

export const same = (one, other) => query(one) === query(other)

export const isDefault = selection => {
  const kept = Object.fromEntries(UNFILTERING.map(name => [name, START[name]]))
  return query({ ...selection, ...kept }) === ""
}
