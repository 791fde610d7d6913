// Where each figure stands in the list by indicator: its line, its place on its indicator's own scale, its heading.

/** The height of a line, in pixels. */
export const LINE = 34
const WHOLE = 100

const grouped = figures => {
  const groups = new Map()
  for (const figure of figures) {
    const group = groups.get(figure.indicator) ?? { lowest: 0, highest: 0, size: 0, room: 0 }
    groups.set(figure.indicator, {
      lowest: Math.min(group.lowest, figure.value),
      highest: Math.max(group.highest, figure.value),
      size: group.size + 1,
      room: Math.max(group.room, figure.label_width + figure.label_gap),
    })
  }
  return groups
}

const scaled = (figure, { lowest, highest, size, room }) => {
  const span = (figure.is_part ? Math.max(highest, WHOLE) : highest) - lowest || 1
  const isPlaced = figure.is_part || (size > 1 && !figure.is_unplaced)
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

export const byIndicator = (dataset, look, claim = "") => {
  const figures = look.figures.map(place => dataset.figures[place])
  const groups = grouped(figures)
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
      place_short: figure.place_short,
      place_width: figure.place_width,
      ...scaled(figure, groups.get(figure.indicator)),
    }
  })
  return { rows, height: rows.length ? (rows.at(-1).slot + 1) * LINE : 0 }
}
