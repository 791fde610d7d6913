// The search, over the words that the dataset carries folded: every term of it must stand in a row, or name a place the row is about.

const LONGEST_NAME = 8
const PARTICLES = /^的+/u
const FOLDS = new Map([
  ...["’", "‘", "ʼ"].map(mark => [mark, "'"]),
  ...["“", "”"].map(mark => [mark, '"']),
  ...["‐", "‒", "–", "—", "−"].map(dash => [dash, "-"]),
  ...[",", "、"].map(comma => [comma, ""]),
])

const fold = text => {
  const plain = text.normalize("NFKD").toLowerCase().replace(/[’‘ʼ“”‐‒–—−,、]/gu, mark => FOLDS.get(mark))
  return plain.replace(/\p{M}/gu, "").split(/\s+/u).filter(Boolean)
}

const keyOf = words => (words.replace(/['`]/g, "").match(/[\p{L}\p{N}_]+/gu) ?? []).join(" ")

const regionsCalled = ({ namedRegions }, words) => {
  const key = keyOf(words)
  return namedRegions.get(key) ?? namedRegions.get(key.replaceAll(" ", "")) ?? []
}

const isAscii = text => /^[\x00-\x7f]*$/.test(text)

const regionBegun = (dataset, letters) => {
  for (let length = Math.min(LONGEST_NAME, letters.length - 1); length > 1; length -= 1) {
    const begun = letters.slice(0, length).join("")
    if (!isAscii(begun) && regionsCalled(dataset, begun).length) return begun
  }
  return ""
}

// A Chinese word may begin with a place: 郑州汽车 is 郑州 and 汽车.
const partsOf = (dataset, word) => {
  const begun = regionsCalled(dataset, word).length ? "" : regionBegun(dataset, [...word])
  if (begun) return [begun, ...partsOf(dataset, word.slice(begun.length).replace(PARTICLES, ""))]
  return word ? [word] : []
}

const leadingRegion = (dataset, words) => {
  for (let length = Math.min(LONGEST_NAME, words.length); length > 0; length -= 1) {
    const regions = regionsCalled(dataset, words.slice(0, length).join(" "))
    if (regions.length) return { length, regions }
  }
  return { length: 1, regions: [] }
}

const termOf = ({ regions: places }, word, regions) => ({
  spellings: regions.length ? regions.flatMap(region => places[region].spellings) : [word],
  places: new Set(regions.flatMap(region => places[region].within)),
})

const termsOf = (dataset, search) => {
  const terms = []
  let words = fold(search).flatMap(word => partsOf(dataset, word))
  while (words.length) {
    const { length, regions } = leadingRegion(dataset, words)
    terms.push(termOf(dataset, words[0], regions))
    words = words.slice(length)
  }
  return terms
}

const has = (row, { spellings, places }) => row.places.some(place => places.has(place)) || spellings.some(words => row.searched.includes(words))

// finder(dataset, search) -> whether a figure, sentence or event holds every term of the search
export const finder = (dataset, search) => {
  const terms = termsOf(dataset, search)
  return row => terms.every(term => has(row, term))
}
