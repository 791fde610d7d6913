// What is chosen: a figure or a dated event, with the sentence in which it stands.
import { chip } from "./wording.js"

const figureClaim = (dataset, place) => ({
  quote: dataset.figures[place].quote,
  words: chip(dataset, place),
  isInView: look => look.figures.includes(place),
})

const eventClaim = (dataset, place) => {
  const { quote, mark } = dataset.events[place]
  return {
    quote,
    words: `${mark.tip_region}, ${mark.tip_period}: ${mark.tip_indicator}`,
    isInView: look => look.events.includes(place),
  }
}

/** Return what is known of the chosen figure or event, or null when the dataset has no such thing. */
export const claimed = (dataset, claim) => {
  if (dataset.place.has(claim)) return figureClaim(dataset, dataset.place.get(claim))
  const place = dataset.events.findIndex(({ id }) => id === claim)
  return place < 0 ? null : eventClaim(dataset, place)
}
