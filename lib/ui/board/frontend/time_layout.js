// Where each mark stands in time: its lane, its year's band and its place in the stack; and the lines and years around the marks.
import { describeOverTime } from "./describing.js"
import { say } from "./wording.js"

const SLOT = 15
const COLUMNS = 4
const BREAK = 0.5
const EVENTS = "events"

const lanesOf = dataset => [EVENTS, ...dataset.codes.themes.map(({ code }) => code)]

const marksOf = (dataset, look, claim) => {
  const dated = look.show.includes(EVENTS) ? look.events.map(place => dataset.events[place]) : []
  const events = dated.map(({ mark }) => mark)
  const figures = look.figures.map(place => dataset.figures[place]).map(({ mark, theme, last }) => ({ ...mark, lane: theme, year: last }))
  const marks = [...events, ...figures]
  const isAnySelected = marks.some(mark => mark.observation_id === claim)
  return marks.map(mark => {
    const isSelected = mark.observation_id === claim
    return { ...mark, is_selected: isSelected, is_dimmed: isAnySelected && !isSelected }
  })
}

const levelsOf = (marks, lane) => {
  const perYear = new Map()
  for (const mark of marks) if (mark.lane === lane) perYear.set(mark.year, (perYear.get(mark.year) ?? 0) + 1)
  return Math.ceil(Math.max(0, ...perYear.values()) / COLUMNS)
}

const lanesWithRoom = (dataset, groups) =>
  lanesOf(dataset)
    .map(lane => ({ lane, levels: Math.max(...groups.map(marks => levelsOf(marks, lane))) }))
    .filter(({ levels }) => levels)

const startsOf = years => {
  let place = 0
  return years.map((year, index) => {
    if (index && years[index - 1] !== year - 1) place += BREAK
    return place++
  })
}

// What charts side by side share: the lanes with room for the fullest stack, and the years.
const frameOf = (dataset, groups) => {
  let bottom = 0
  const lanes = lanesWithRoom(dataset, groups).map(({ lane, levels }) => {
    const top = bottom
    bottom += levels + 1
    return { lane, top, bottom }
  })
  const years = [...new Set(groups.flatMap(marks => marks.map(({ year }) => year)))].sort((one, other) => one - other)
  const starts = startsOf(years)
  return { lanes, years, starts, floor: bottom, bands: starts.at(-1) + 1 }
}

const ordered = (dataset, marks) => {
  const lanes = lanesOf(dataset)
  const statuses = [EVENTS, ...dataset.codes.statuses.map(({ code }) => code)]
  const key = ({ lane, year, area, status }) => [lanes.indexOf(lane), year, dataset.areas.indexOf(area), statuses.indexOf(status)]
  const keyed = marks.map(mark => ({ mark, key: key(mark) }))
  const compare = (one, other) => one.key.reduce((found, part, index) => found || part - other.key[index], 0)
  return keyed.sort(compare).map(({ mark }) => mark)
}

const BLANK = { observation_id: "", lane_title: "", year_name: "", is_base: false, is_selected: false, is_dimmed: false }

const stacked = (dataset, marks, frame) => {
  const bottoms = new Map(frame.lanes.map(({ lane, bottom }) => [lane, bottom]))
  const centres = new Map(frame.years.map((year, index) => [year, (frame.starts[index] + 0.5) / frame.bands]))
  const stacks = new Map()
  const ranked = ordered(dataset, marks).map(mark => {
    const stack = `${mark.lane} ${mark.year}`
    const rank = stacks.get(stack) ?? 0
    stacks.set(stack, rank + 1)
    return { mark, stack, rank }
  })
  return ranked.map(({ mark: { lane, year, ...mark }, stack, rank }) => ({
    ...BLANK,
    ...mark,
    kind: "mark",
    slot: bottoms.get(lane) - 1 - Math.floor(rank / COLUMNS),
    column: rank % COLUMNS,
    columns: Math.min(stacks.get(stack), COLUMNS),
    band_centre: centres.get(year),
  }))
}

const titleOf = (dataset, lane) =>
  lane === EVENTS ? say(dataset, "drawing.events") : dataset.codes.themes.find(({ code }) => code === lane).label

const linesOf = (dataset, { lanes, floor }) => {
  const titles = new Map(lanes.map(({ lane, top }) => [top, titleOf(dataset, lane)]))
  const bases = new Set(lanes.map(({ bottom }) => bottom - 1))
  return Array.from({ length: floor }, (_, slot) => ({
    ...BLANK, kind: "line", slot, lane_title: titles.get(slot) ?? "", is_base: bases.has(slot),
  }))
}

const yearsOf = ({ years, starts, bands, floor }) =>
  years.map((year, index) => ({
    ...BLANK,
    kind: "year",
    slot: floor,
    year_name: String(year),
    band_centre: (starts[index] + 0.5) / bands,
    gap_centre: index && years[index - 1] !== year - 1 ? (starts[index] - BREAK / 2) / bands : null,
  }))

const drawn = (dataset, marks, frame) => {
  const rows = [...stacked(dataset, marks, frame), ...linesOf(dataset, frame), ...yearsOf(frame)]
  const shared = { bands: frame.bands, floor: frame.floor, gap_centre: null }
  return { rows: rows.map(row => ({ ...shared, ...row })), height: (frame.floor + 1) * SLOT }
}

export const overTime = (dataset, look, claim = "") => {
  const marks = marksOf(dataset, look, claim)
  return marks.length ? drawn(dataset, marks, frameOf(dataset, [marks])) : { rows: [], height: 0 }
}

// The same as one chart for each area that has figures, all with the same years and the same room for each count.
export const panels = (dataset, look, claim = "") => {
  const marks = marksOf(dataset, look, claim)
  const figures = look.figures.map(place => dataset.figures[place])
  const present = dataset.areas.filter(area => figures.some(({ mark }) => mark.area === area))
  const groups = present.map(area => marks.filter(mark => mark.area === area))
  if (!groups.length) return []
  const frame = frameOf(dataset, groups)
  return present.map((area, index) => ({
    area,
    ...drawn(dataset, groups[index], frame),
    alt: describeOverTime(dataset, figures.filter(({ mark }) => mark.area === area)),
  }))
}
