// Where each figure stands in the list by indicator: its line, its place on the scale it may share, its heading.

/** The height of a line, in pixels. */
export const LINE = 34
const WHOLE = 100

const bundled = (figures, keyOf) => {
  const bundles = new Map()
  for (const figure of figures) {
    const key = keyOf(figure)
    if (!bundles.has(key)) bundles.set(key, [])
    bundles.get(key).push(figure)
  }
  return bundles
}

const extent = figures => ({
  lowest: Math.min(0, ...figures.map(({ value }) => value)),
  highest: Math.max(0, ...figures.map(({ value }) => value)),
})

const isAlike = (figures, traitOf) => new Set(figures.map(traitOf)).size === 1

// Under one heading only one place over time, or one time and state of many places, may share a scale, and only on one footing.
// Lengths of two scales would be read against each other all the same, so under a heading either all have a length or none.
const momentOf = ({ first, last, status }) => `${first}-${last} ${status === "actual"}`

const mayShare = figures => {
  const isSeries = isAlike(figures, ({ region }) => region) && isAlike(figures, ({ first, last }) => last - first)
  return isAlike(figures, figure => `${isSeries ? "" : momentOf(figure)} ${figure.footing}`)
}

const scalesOf = figures => {
  const scales = new Map()
  for (const under of bundled(figures, ({ indicator }) => indicator).values()) {
    const room = Math.max(...under.map(figure => figure.label_width + figure.label_gap))
    const scale = { ...extent(under), room, isAlone: under.length === 1, isShared: mayShare(under) }
    for (const figure of under) scales.set(figure, scale)
  }
  return scales
}

const scaled = (figure, { lowest, highest, isAlone, isShared, room }) => {
  const span = (figure.is_part ? Math.max(highest, WHOLE) : highest) - lowest || 1
  // A share alone stands in its whole.
  const isPlaced = !figure.is_unplaced && (figure.is_part || !isAlone) && isShared
  return {
    zero: isPlaced ? -lowest / span : 0,
    fraction: isPlaced ? (figure.value - lowest) / span : 0,
    has_stem: isPlaced && figure.is_stemmed,
    label_gap: figure.label_gap,
    label_room: room,
  }
}

const NO_HEADING = { heading: "", heading_wrapped: "", heading_width: 0 }

const headed = ({ heading, heading_wrapped, heading_width }) => ({ heading, heading_wrapped, heading_width })

// Two lines that would read alike say who published each.
const lineOf = ({ indicator, region, place_words }) => `${indicator} ${region} ${place_words}`

const worded = (figure, hasTwin) => ({
  place_words: hasTwin ? figure.told_place_words : figure.place_words,
  place_short: hasTwin ? figure.told_place_short : figure.place_short,
  place_width: hasTwin ? figure.told_place_width : figure.place_width,
})

export const byIndicator = (dataset, look, claim = "") => {
  const figures = look.figures.map(place => dataset.figures[place])
  const scales = scalesOf(figures)
  const lines = bundled(figures, lineOf)
  const isAnySelected = figures.some(({ id }) => id === claim)
  let headings = 0
  const rows = figures.map((figure, line) => {
    const isFirst = figure.indicator !== figures[line - 1]?.indicator
    headings += isFirst ? 1 : 0
    return {
      ...figure.mark,
      is_selected: figure.id === claim,
      is_dimmed: isAnySelected && figure.id !== claim,
      slot: line + headings,
      heading_slot: line + headings - 1,
      ...(isFirst ? headed(dataset.indicators[figure.indicator]) : NO_HEADING),
      ...worded(figure, lines.get(lineOf(figure)).length > 1),
      ...scaled(figure, scales.get(figure)),
    }
  })
  return { rows, height: rows.length ? (rows.at(-1).slot + 1) * LINE : 0 }
}
