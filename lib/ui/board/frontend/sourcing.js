// Where the figures in view come from: the line under a chart, the facts beside it, and the matrix as a table.
import { cellsOf } from "./coverage_layout.js"
import { period, say } from "./wording.js"

const LISTED = 12

const inView = (dataset, look) => look.figures.map(place => dataset.figures[place])

const distinct = values => [...new Set(values)]

// The documents are numbered by their dates.
const sourcesOf = (dataset, figures) =>
  distinct(figures.map(({ source }) => source))
    .sort((one, other) => one - other)
    .map(place => dataset.sources[place])

const sourcesNamed = (dataset, figures) => {
  const sources = sourcesOf(dataset, figures)
  const named = sources.filter(({ is_page }) => !is_page).map(({ publisher, published }) => `${publisher} (${published})`)
  const pages = sources.length - named.length
  return [...named, ...(pages ? [say(dataset, "official.pages", { count: pages })] : [])].join("; ")
}

export const sourceLine = (dataset, look) => {
  const figures = inView(dataset, look)
  const quoted = figures.filter(({ source }) => !dataset.sources[source].is_page)
  const quotes = distinct(quoted.map(({ quote }) => quote)).length
  return say(dataset, quotes ? "chart.source" : "official.source", {
    sources: sourcesNamed(dataset, figures),
    verified: distinct(quoted.filter(({ verified }) => verified).map(({ quote }) => quote)).length,
    quotes,
    version: dataset.version,
  })
}

const listed = (dataset, names, joint = ", ") => {
  const rest = names.length - LISTED
  const more = rest > 0 ? joint + say(dataset, "panel.more", { count: rest }) : ""
  return names.slice(0, LISTED).join(joint) + more
}

const definitions = (dataset, figures) => {
  const used = distinct(figures.map(({ indicator }) => indicator)).map(place => dataset.indicators[place])
  return listed(dataset, used.map(({ heading, definition }) => `${heading}: ${definition}`), "\n")
}

const units = (dataset, figures) => {
  const labels = new Map(figures.map(({ unit, unit_label }) => [unit, unit_label]))
  return listed(dataset, [...labels.values()].map(label => label || say(dataset, "panel.no_unit")))
}

const geography = (dataset, figures) =>
  listed(dataset, distinct(figures.map(({ region }) => region)).map(place => dataset.regions[place].name))

const span = (dataset, figures) =>
  period(dataset, Math.min(...figures.map(({ first }) => first)), Math.max(...figures.map(({ last }) => last)))

const voices = (dataset, figures) =>
  dataset.codes.voices
    .map(({ code, label }) => ({ voice: label, count: figures.filter(({ voice }) => voice === code).length }))
    .filter(({ count }) => count)
    .map(counted => say(dataset, "panel.voice_count", counted))
    .join("; ")

// Needs at least one figure in view.
export const sourceFacts = (dataset, look) => {
  const figures = inView(dataset, look)
  const sources = sourcesOf(dataset, figures)
  const facts = {
    definitions: definitions(dataset, figures),
    units: units(dataset, figures),
    geography: geography(dataset, figures),
    period: span(dataset, figures),
    voices: voices(dataset, figures),
    producer: listed(dataset, sources.map(({ publisher, title }) => `${publisher}: ${title}`), "; "),
    dates: listed(dataset, sources.map(({ published, retrieved }) => `${published}; ${retrieved}`), "; "),
    licence: say(dataset, "panel.licence_text"),
  }
  return Object.entries(facts).filter(([, text]) => text).map(([name, text]) => [say(dataset, `panel.${name}`), text])
}

const rowsOf = cells => {
  const rows = new Map()
  for (const cell of cells) rows.set(cell.region_id, [...(rows.get(cell.region_id) ?? []), cell])
  return [...rows.values()]
}

export const coverageTable = (dataset, look) => {
  const cells = cellsOf(dataset, inView(dataset, look))
  const told = cell => (cell.figures ? String(cell.figures) : say(dataset, "coverage.not_reported"))
  return {
    caption: say(dataset, "coverage.caption"),
    columns: [
      { label: say(dataset, "column.region"), number: false },
      ...dataset.coverage_columns.map(({ theme_name }) => ({ label: theme_name, number: true })),
    ],
    rows: rowsOf(cells).map(row => [dataset.coverageNames.get(row[0].region_id).name, ...row.map(told)]),
  }
}
