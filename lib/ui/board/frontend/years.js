// The years: two thumbs over a small count of figures for each year.
import { change } from "./desk.js"
import { say } from "./engine.js"
import { field } from "./fields.js"
import { make } from "./shared.js"

const thumb = (name, first, last) => {
  const input = make("input", "thumb")
  Object.assign(input, { type: "range", min: first, max: last, step: 1 })
  input.setAttribute("aria-label", name)
  return input
}

const bars = years => {
  const root = make("div", "bars")
  root.setAttribute("aria-hidden", "true")
  const made = years.map(() => make("i"))
  root.append(...made)
  const show = (counts, from, to) => {
    const most = Math.max(1, ...years.map(year => counts[year] ?? 0))
    years.forEach((year, place) => {
      made[place].style.height = `${((counts[year] ?? 0) / most) * 100}%`
      made[place].className = from <= year && year <= to ? "in" : ""
    })
  }
  return { root, show }
}

export const yearRange = dataset => {
  const [first, last] = dataset.years
  const years = Array.from({ length: last - first + 1 }, (_, step) => first + step)
  const { root, head } = field(dataset, "years")
  const told = make("span", "told")
  head.append(told)
  const thumbs = [thumb(say(dataset, "board.first_year"), first, last), thumb(say(dataset, "board.last_year"), first, last)]
  const track = make("div", "track")
  const count = bars(years)
  track.append(make("div", "rail"), ...thumbs)
  root.append(count.root, track)
  let gesture = null

  const values = mover => {
    const [from, to] = thumbs.map(one => Number(one.value))
    // A thumb that meets the other pushes it along.
    if (from <= to) return [from, to]
    return mover === thumbs[0] ? [from, from] : [to, to]
  }
  const send = (mover, isOver) => {
    const [from, to] = values(mover)
    gesture ??= Symbol("years")
    change({ years: from === first && to === last ? null : [from, to] }, { gesture, isOver })
  }
  for (const one of thumbs) {
    one.addEventListener("pointerdown", () => (gesture = null))
    one.addEventListener("keydown", event => !event.repeat && (gesture = null))
    one.addEventListener("input", () => send(one, false))
    one.addEventListener("change", () => send(one, true))
  }
  const show = ({ selection, facets }) => {
    const span = (selection.years ?? [first, last]).map(year => Math.max(first, Math.min(last, year)))
    thumbs.forEach((one, place) => {
      one.value = span[place]
      one.setAttribute("aria-valuetext", `${span[place]} (${facets.years[span[place]] ?? 0})`)
    })
    told.textContent = span[0] === span[1] ? String(span[0]) : `${span[0]}–${span[1]}`
    const share = year => (year - first) / Math.max(1, last - first)
    track.style.setProperty("--from", share(span[0]))
    track.style.setProperty("--to", share(span[1]))
    count.show(facets.years, ...span)
  }
  return { element: root, show }
}
