// Alt texts: what a chart shows, said from the rows shown.
import { cellsOf } from "./coverage_layout.js"
import { joinNames, period, say, shortened } from "./wording.js"

const MOST_CHARACTERS = 300
const NAMED_REGIONS = 3

const lengthOf = text => [...text].length

const bounded = text =>
  lengthOf(text) <= MOST_CHARACTERS ? text : `${[...text].slice(0, MOST_CHARACTERS - 1).join("").trimEnd()}…`

const counts = values => {
  const counted = new Map()
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1)
  return counted
}

// The most frequent first; equals in the order in which they occur.
const ranked = counted => [...counted].sort(([, one], [, other]) => other - one).map(([value]) => value)

const regions = (dataset, figures) => {
  const names = ranked(counts(figures.map(figure => figure.name)))
  return joinNames(dataset, shortened(dataset, names, NAMED_REGIONS, "drawing_alt.more_regions"))
}

const statuses = (dataset, figures) => {
  const counted = counts(figures.map(figure => figure.status))
  const present = dataset.codes.statuses.filter(({ code }) => counted.has(code))
  const told = present.map(({ code }) =>
    say(dataset, "drawing_alt.status", { count: counted.get(code), status: say(dataset, `inline.status.${code}`) }),
  )
  return joinNames(dataset, told)
}

const common = (dataset, figures) => ({
  counted: say(dataset, "drawing.figures", { count: figures.length }),
  period: period(dataset, Math.min(...figures.map(({ first }) => first)), Math.max(...figures.map(({ last }) => last))),
  regions: regions(dataset, figures),
  statuses: statuses(dataset, figures),
})

const place = (dataset, { mark }) => say(dataset, "drawing.place_and_period", { region: mark.tip_region, period: mark.tip_period })

const ends = (dataset, figures) => {
  const [fullest] = ranked(counts(figures.map(figure => figure.indicator)))
  const ordered = figures.filter(figure => figure.indicator === fullest).sort((one, other) => one.value - other.value)
  const [lowest, highest] = [ordered[0], ordered.at(-1)]
  return say(dataset, ordered.length > 1 ? "drawing_alt.range" : "drawing_alt.single", {
    indicator: lowest.heading,
    lowest: lowest.mark.tip_normalised,
    lowest_place: place(dataset, lowest),
    highest: highest.mark.tip_normalised,
    highest_place: place(dataset, highest),
  })
}

const joined = (dataset, first, second) => {
  const text = first + (dataset.language === "en" ? " " : "") + second
  return lengthOf(text) <= MOST_CHARACTERS ? text : bounded(first)
}

const byIndicator = (dataset, figures) =>
  joined(dataset, say(dataset, "drawing_alt.by_indicator", common(dataset, figures)), ends(dataset, figures))

export const describeOverTime = (dataset, figures) => {
  const perYear = [...counts(figures.map(figure => figure.last))].sort(([one], [other]) => one - other)
  const [year, count] = perYear.reduce((best, next) => (next[1] > best[1] ? next : best))
  const text = say(dataset, "drawing_alt.over_time", { year: period(dataset, year, year), count, ...common(dataset, figures) })
  return joined(dataset, text, ends(dataset, figures))
}

const coverage = (dataset, figures) => {
  const cells = cellsOf(dataset, figures)
  const fullest = cells.reduce((best, next) => (next.figures > best.figures ? next : best))
  return bounded(
    say(dataset, "drawing_alt.coverage", {
      rows: say(dataset, "drawing.by_region"),
      counted: say(dataset, "drawing.figures", { count: figures.length }),
      cells: cells.length,
      most: fullest.spoken,
      empty: cells.filter(cell => !cell.figures).length,
    }),
  )
}

const DESCRIBED = { by_indicator: byIndicator, over_time: describeOverTime, coverage }

export const alt = (name, dataset, look) => {
  const figures = look.figures.map(place => dataset.figures[place])
  return figures.length ? DESCRIBED[name](dataset, figures) : say(dataset, "drawing_alt.nothing")
}
