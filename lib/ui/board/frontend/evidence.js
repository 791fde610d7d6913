// The sentences behind the figures: the chosen one first, then those in view.
import { drawCard } from "./cards.js"
import { claimed } from "./claims.js"
import { pick } from "./desk.js"
import { card, say } from "./engine.js"
import { make, makeButton } from "./shared.js"

const STEP = 20

/** The chip that says what is chosen, and lets go of it. */
const chip = (dataset, claim, words) => {
  const button = makeButton("chip", words, () => pick(claim))
  button.append(make("span", "cross", "×"))
  button.dataset.tip = say(dataset, "filter.unpick")
  return button
}

const everyFigure = (dataset, quote) => new Set(dataset.quotes[quote].figures)

const chosenPart = (dataset, { look, selection: { claim } }) => {
  const chosen = claimed(dataset, claim)
  if (!chosen) return []
  const parts = [chip(dataset, claim, chosen.words)]
  if (!chosen.isInView(look)) parts.push(make("p", "notice", say(dataset, "notice.not_in_view")))
  const { quote } = chosen
  if (quote >= 0) parts.push(drawCard({ ...card(dataset, quote, everyFigure(dataset, quote), claim), selected: true }, pick, dataset))
  return parts
}

const quotesNote = (dataset, { quotes, sentences }) => {
  const pages = quotes.filter(quote => dataset.quotes[quote].card.page).length
  const count = quotes.length - pages
  const told = [
    ...(count || !pages ? [say(dataset, "explore.quotes_note", { count, carrying: count - sentences.length })] : []),
    ...(pages ? [say(dataset, "official.note", { count: pages })] : []),
  ]
  return told.join(" ")
}

const focused = root => root.getRootNode().activeElement?.dataset?.figure

/** Make the panel; `show(now, before)` swaps its cards and keeps the focus on the figure that has it. */
export const makeEvidence = dataset => {
  const root = make("aside", "evidence")
  root.setAttribute("aria-label", say(dataset, "quote.panel"))
  const [note, chosen, quotes] = [make("p", "caption"), make("div", "chosen-figure"), make("div", "quotes")]
  root.append(make("h3", "", say(dataset, "explore.quotes")), note, chosen, quotes)
  let [count, settled] = [STEP, ""]
  // A card is made once for each set of its figures in view.
  const made = new Map()
  const cardOf = (quote, inView) => {
    const shown = dataset.quotes[quote].figures.filter(figure => inView.has(figure))
    const key = `${quote}:${shown}`
    if (!made.has(key)) made.set(key, drawCard(card(dataset, quote, inView, ""), pick, dataset))
    return made.get(key)
  }

  const showQuotes = ({ look, selection }) => {
    const behind = claimed(dataset, selection.claim)?.quote
    const others = look.quotes.filter(quote => quote !== behind)
    const inView = new Set(look.figures)
    quotes.replaceChildren(...others.slice(0, count).map(quote => cardOf(quote, inView)))
    if (others.length > count) quotes.append(more(others, { look, selection }))
  }
  const more = (others, shown) =>
    makeButton("more", say(dataset, "quote.more"), () => {
      const next = count
      count += STEP
      showQuotes(shown)
      quotes.children[next]?.querySelector("button")?.focus()
    })
  const show = (shown, before) => {
    const held = focused(root)
    if (before !== shown.look) count = STEP
    note.textContent = quotesNote(dataset, shown.look)
    chosen.replaceChildren(...chosenPart(dataset, shown))
    chosen.hidden = !shown.selection.claim
    showQuotes(shown)
    if (held) root.querySelector(`[data-figure="${CSS.escape(held)}"]`)?.focus({ preventScroll: true })
  }
  /** Bring the chosen sentence into sight. */
  const settle = ({ selection }) => {
    if (selection.claim && selection.claim !== settled) {
      root.scrollTop = 0
      chosen.scrollTop = 0
    }
    settled = selection.claim
  }
  return { element: root, show, settle }
}
