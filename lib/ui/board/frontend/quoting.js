// What a quote card shows: the sentence in parts, the figures in view, and all that is known of the chosen one.

const spansOf = (figures, claim) => {
  const first = [...figures].sort((one, other) => (other.id === claim) - (one.id === claim) || one.span[0] - other.span[0])
  return first.flatMap(({ id, span }) => {
    const roles = id === claim ? ["chosen", "chosen-bound"] : ["figure", "bound"]
    return [[span[0], span[1], roles[0]], ...(span.length > 2 ? [[span[2], span[3], roles[1]]] : [])]
  })
}

const apart = spans => {
  const taken = []
  for (const [start, end, role] of spans) {
    if (start < end && taken.every(other => end <= other[0] || start >= other[1])) taken.push([start, end, role])
  }
  return taken.sort((one, other) => one[0] - other[0])
}

const cut = (text, spans) => {
  const parts = []
  let place = 0
  for (const [start, end, role] of spans) {
    if (place < start) parts.push({ text: text.slice(place, start), role: "" })
    parts.push({ text: text.slice(start, end), role })
    place = end
  }
  if (place < text.length) parts.push({ text: text.slice(place), role: "" })
  return parts
}

// Needs the place of a quote, the Set of the places of those figures that it shows if they stand in it, and the chosen figure.
export const card = (dataset, place, figures, claim = "") => {
  const quote = dataset.quotes[place]
  const shown = quote.figures.filter(one => figures.has(one)).map(one => dataset.figures[one])
  const picked = shown.find(({ id }) => id === claim)
  return {
    ...quote.card,
    parts: cut(quote.text, apart(spansOf(shown, claim))),
    notes: picked ? picked.notes : quote.card.notes,
    figures: shown.map(({ id, claim: words }) => ({ ...words, selected: id === claim })),
    details: picked ? picked.details : [],
    selected: Boolean(picked),
  }
}
