// The engine of the board: what a selection shows, counted, worded and laid out, exactly as the server does it.
// Nothing here touches a page, so every function can be asked anywhere.
//
// `prepare(payload)` is called once; every other function takes the dataset it returns and changes nothing.

/**
 * What to see, with the names of the server's `Selection`; a missing part is at its default.
 * @typedef {Object} Selection
 * @property {string[]} regions
 * @property {boolean} inside  Whether a region stands for all that lies inside it too.
 * @property {string[]} themes
 * @property {?[number, number]} years
 * @property {string[]} statuses
 * @property {string[]} layers
 * @property {string[]} voices
 * @property {string[]} programmes
 * @property {string} search
 * @property {string} claim  The chosen figure; it filters nothing.
 * @property {string} source
 * @property {string[]} show  What is added to the charts: "events", "panels".
 * @property {string} language
 */

/**
 * @typedef {Object} Code
 * @property {string} code
 * @property {string} label  As the filters show it.
 * @property {string} meaning  One sentence, or "".
 */

/**
 * @typedef {Object} Region
 * @property {string} id
 * @property {number} depth  0 at the top of the tree.
 * @property {string} name  In the reader's language.
 * @property {string} other  In the other language.
 * @property {string} colour
 * @property {number[]} within  Itself and all that lies inside it, as indices of `dataset.regions`.
 */

/**
 * @typedef {Object} Figure
 * @property {string} id
 * @property {number} quote  Index of `dataset.quotes`, or -1.
 * @property {number} region  Index of `dataset.regions`.
 * @property {string} theme
 * @property {string} status
 * @property {string} layer
 * @property {string} voice
 * @property {number} first  First year it refers to.
 * @property {number} last
 * @property {string[]} cells  Its row of the table, under `dataset.columns`.
 */

/**
 * @typedef {Object} Quote
 * @property {string} id
 * @property {string} source  Id of its document.
 * @property {number[]} figures  Indices of all figures that stand in it, in the order of the sentence.
 */

/**
 * @typedef {Object} Dataset
 * @property {string} identity
 * @property {string} version
 * @property {string} language
 * @property {string} mode
 * @property {[number, number]} years  First and last year of any figure.
 * @property {Region[]} regions  In the order of the tree.
 * @property {{themes: Code[], statuses: Code[], layers: Code[], voices: Code[], programmes: Code[]}} codes
 * @property {Figure[]} figures  In the order of the table.
 * @property {Quote[]} quotes  In the order of the documents.
 * @property {Map<string, number>} place  From the id of a figure to its index.
 * @property {{label: string, number: boolean}[]} columns  Of the table of figures.
 * @property {Object<string, Object>} specs  Vega specifications by name of the chart: one dataset `rows`, no selection of their own.
 * @property {Object<string, string>} captions  How to read each chart, by its name.
 */

/**
 * What a selection shows.
 * @typedef {Object} Look
 * @property {number[]} figures  Indices of `dataset.figures`, in order.
 * @property {number[]} sentences  Indices of `dataset.quotes`: the key sentences without a figure.
 * @property {number[]} quotes  Indices of `dataset.quotes` as the panel shows them: those with a figure in view, then the others.
 */

// prepare(payload) -> Dataset
export { prepare } from "./dataset.js"

// look(dataset, selection) -> Look
export { look } from "./filtering.js"

// facets(dataset, selection) -> {total, regions: {id: {own, within}}, themes, statuses, layers, voices, programmes, years: {code: count}}
// relaxations(dataset, selection) -> [{part, count, selection}]: each filter whose removal shows something, when nothing is in view
export { facets, relaxations } from "./facets.js"

// known(dataset, selection) -> the selection without what the dataset does not know
// clean(selection) -> Selection with every part in its one form; query(selection) -> "?region=…&…" or ""
// isDefault(selection): whether nothing is filtered; same(one, other): whether both ask the same
export { clean, isDefault, known, query, same } from "./links.js"

// sentence(dataset, selection, shown) -> the view in one sentence
// say(dataset, key, values) -> the words of a key of `payload.words`
// chip(dataset, figure) -> "Keqiao, 2022: Urban-rural income ratio", the words of the chip that says a figure is chosen; needs its index
export { chip, say, sentence } from "./wording.js"

// alt(name, dataset, look) -> the alt text of the chart of that name
export { alt } from "./describing.js"

// layouts[name](dataset, look, claim) -> {rows, height} for by_indicator, over_time and coverage
export { layouts } from "./layouts.js"

// panels(dataset, look, claim) -> [{area, rows, height, alt}]: the figures over time once for each area that has some, on one scale
export { panels } from "./time_layout.js"

// card(dataset, quote, figures, claim) -> what a quote card shows: {id, name, language, source, verified, verdict,
//   parts: [{text, role}], notes, figures: [{id, what, place, colour, shown, status, selected}], details, selected};
//   `figures` is a Set of indices: the figures that the card shows of its own (all of them for the chosen quote)
export { card } from "./quoting.js"

// sourceLine(dataset, look) -> the line under a chart; sourceFacts(dataset, look) -> [[field, text]] for the Source tab
// coverageTable(dataset, look) -> {caption, columns: [{label, number}], rows: [[text]]} for the Table tab of the coverage
export { coverageTable, sourceFacts, sourceLine } from "./sourcing.js"
