// Unpacks what the server sent and joins it together once; everything else reads from here.

const unpack = ({ words, values }, texts) => {
  const read = value => (Array.isArray(value) ? value.map(read) : texts[value])
  const columns = [...Object.entries(words).map(([name, column]) => [name, column.map(read)]), ...Object.entries(values)]
  const length = columns.length ? columns[0][1].length : 0
  return Array.from({ length }, (_, row) => Object.fromEntries(columns.map(([name, column]) => [name, column[row]])))
}

const places = (rows, key) => new Map(rows.map((row, place) => [row[key], place]))

// What a search looks in: the words of everything a row is about.
const searchedOf = rows => rows.map(row => row?.searched).filter(Boolean).join(" ")

const joinFigures = ({ figures, marks, claims, quotes, regions, indicators }) => {
  figures.forEach((figure, place) => {
    const quote = quotes[figure.quote]
    figure.mark = marks[place]
    figure.claim = claims[place]
    figure.heading = indicators[figure.indicator].heading
    figure.name = regions[figure.region].name
    figure.voice = quote?.voice ?? ""
    figure.programmes = quote?.programmes ?? []
    figure.places = [figure.region]
    figure.searched = searchedOf([indicators[figure.indicator], quote, figure, regions[figure.region]])
  })
}

const joinQuotes = ({ figures, cards, quotes }) => {
  quotes.forEach((quote, place) => {
    quote.card = cards[place]
    quote.figures = []
    quote.places = quote.regions
  })
  figures.forEach((figure, place) => figure.quote >= 0 && quotes[figure.quote].figures.push(place))
  // In the order of the sentence; where two figures are printed as one, in the order of the table.
  for (const quote of quotes) quote.figures.sort((one, other) => figures[one].span[0] - figures[other].span[0])
}

const joinEvents = ({ events, event_marks, quotes, regions }) => {
  events.forEach((event, place) => {
    const quote = quotes[event.quote]
    event.mark = event_marks[place]
    event.id = event.mark.observation_id
    event.themes = quote.themes
    event.voice = quote.voice
    event.programmes = quote.programmes
    event.places = [event.region]
    event.searched = searchedOf([event, quote, regions[event.region]])
  })
}

export const prepare = payload => {
  const { tables, texts, ...rest } = payload
  const unpacked = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, unpack(table, texts)]))
  joinQuotes(unpacked)
  joinFigures(unpacked)
  joinEvents(unpacked)
  return {
    ...rest,
    ...unpacked,
    place: places(unpacked.figures, "id"),
    regionPlace: places(unpacked.regions, "id"),
    namedRegions: new Map(unpacked.names.flatMap(({ regions, forms }) => forms.split("|").map(form => [form, regions]))),
    coverageNames: new Map(unpacked.coverage_names.map(name => [name.region_id, name])),
  }
}
