// The cells of the coverage matrix: one for each region in view and theme, also where nothing is reported.
import { say } from "./wording.js"

const SLOT = 34

const regionsOf = (dataset, figures) => {
  const places = new Set(figures.map(figure => figure.region))
  return [...places].map(place => dataset.regions[place]).sort((one, other) => one.ordinal - other.ordinal)
}

const countCells = (dataset, figures) => {
  const counted = new Map()
  for (const { region, theme } of figures) {
    const key = `${dataset.regions[region].id} ${theme}`
    counted.set(key, (counted.get(key) ?? 0) + 1)
  }
  return counted
}

const spoken = (dataset, row, theme, count) => {
  const figures = count ? say(dataset, "drawing.figures", { count }) : say(dataset, "drawing.not_reported")
  return say(dataset, "drawing.coverage_cell", { row, theme, figures })
}

const EMPTY = { name: "", name_wrapped: "", name_width: 0, theme_name: "", theme_wrapped: "", theme_width: 0 }

const nameOf = (dataset, id) => {
  const { name, name_wrapped, name_width } = dataset.coverageNames.get(id)
  return { name, name_wrapped, name_width }
}

const themeNameOf = ({ theme_name, theme_wrapped, theme_width }) => ({ theme_name, theme_wrapped, theme_width })

export const cellsOf = (dataset, figures) => {
  const counted = countCells(dataset, figures)
  return regionsOf(dataset, figures).flatMap(({ id }, row) =>
    dataset.coverage_columns.map((column, place) => {
      const count = counted.get(`${id} ${column.theme}`) ?? 0
      return {
        region_id: id,
        theme: column.theme,
        figures: count,
        slot: row + 1,
        column: place,
        theme_slot: 0,
        spoken: spoken(dataset, dataset.coverageNames.get(id).name, column.theme_name, count),
        ...EMPTY,
        ...(place ? {} : nameOf(dataset, id)),
        ...(row ? {} : themeNameOf(column)),
      }
    }),
  )
}

export const coverage = (dataset, look) => {
  const rows = cellsOf(dataset, look.figures.map(place => dataset.figures[place]))
  return { rows, height: rows.length ? (rows.at(-1).slot + 1) * SLOT : 0 }
}
