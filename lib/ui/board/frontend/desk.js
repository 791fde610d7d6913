// The desk: the one selection that every part of the board looks at, and its way into the link, the history and the server.
//
// The browser answers first: a change is shown at once, written into the link, and then told to the server, which follows.
// Each change has a turn; what the server says of an earlier turn than the last is out of date and overrules nothing.
import { clean, facets, known, look, prepare, query, same } from "./engine.js"

const KEPT_IN_LINK = ["embed", "embed_options"]

const datasets = new Map()
const listeners = new Set()
const desk = { dataset: null, selection: clean({}), look: null, facets: null, turn: 0, session: null, gesture: null, tell: null, path: "" }

const fetchDataset = async address => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return prepare(await answer.json())
}

/** Return the dataset at an address; fetched and prepared once. */
export const dataset = address => {
  if (!datasets.has(address)) {
    datasets.set(address, fetchDataset(address))
    datasets.get(address).catch(() => datasets.delete(address))
  }
  return datasets.get(address)
}

/** What is shown now: {dataset, selection, look, facets}. */
export const now = () => {
  desk.look ??= look(desk.dataset, desk.selection)
  desk.facets ??= facets(desk.dataset, desk.selection)
  return desk
}

/** Call `listener(now, before)` after each change; returns the function that ends it. */
export const subscribe = listener => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const show = selection => {
  const before = desk.selection
  if (same(before, selection)) return false
  const onlyChosen = same({ ...before, claim: "" }, { ...selection, claim: "" })
  Object.assign(desk, { selection, look: onlyChosen ? desk.look : null, facets: onlyChosen ? desk.facets : null })
  for (const listener of [...listeners]) listener(now(), before)
  return true
}

const link = () => {
  const own = new URLSearchParams(query(desk.selection))
  const kept = [...new URLSearchParams(location.search)].filter(([name]) => KEPT_IN_LINK.includes(name))
  for (const [name, value] of kept) own.append(name, value)
  const written = own.toString()
  return location.pathname + (written ? `?${written}` : "")
}

const remember = () => history.replaceState({ ...history.state, board: desk.selection }, "")

// The reader sees the change first; a burst of changes is told as one.
let isTelling = false
const tell = () => {
  if (isTelling) return
  isTelling = true
  const send = () => {
    isTelling = false
    desk.tell?.({ turn: desk.turn, query: query(desk.selection) })
  }
  if (document.hidden) setTimeout(send)
  else requestAnimationFrame(() => setTimeout(send))
}

/**
 * Change parts of the selection. All changes of one gesture (a dragged thumb, a word being typed) are one step of the history;
 * `isOver` tells that the server may hear of it.
 */
export const change = (parts, { gesture = null, isOver = true } = {}) => {
  const changed = show(clean({ ...desk.selection, ...parts }))
  if (changed) {
    const write = gesture && gesture === desk.gesture ? "replaceState" : "pushState"
    history[write]({ board: desk.selection }, "", link())
    desk.gesture = gesture
    desk.turn += 1
  }
  if (isOver && (changed || gesture)) tell()
}

/** Choose a figure, or let go of it when it is the chosen one. */
export const pick = figure => change({ claim: figure === desk.selection.claim ? "" : figure })

/** Drop every filter and the chosen figure, keeping the opened document and the language. */
export const reset = () => {
  const { source, version, language } = desk.selection
  change(clean({ source, version, language }))
}

/** Take what the server says: its dataset, and its selection unless the reader has changed it since. */
export const receive = (dataset, { session, turn, selection }) => {
  const isOther = desk.dataset !== dataset
  if (isOther) Object.assign(desk, { dataset, look: null, facets: null })
  desk.path = location.pathname
  if (session !== desk.session) Object.assign(desk, { session, turn, gesture: null })
  if (turn >= desk.turn) {
    desk.turn = turn
    show(clean(selection))
  } else if (selection.language !== desk.selection.language) {
    // The reader filtered while the server changed the language: both hold.
    desk.turn += 1
    show({ ...desk.selection, language: selection.language })
    history.replaceState({ board: desk.selection }, "", link())
    tell()
  }
  remember()
}

/** Tell the server of every change by this function from now on. */
export const follow = send => {
  desk.tell = send
}

addEventListener("popstate", event => {
  const selection = event.state?.board
  if (!selection || !desk.dataset || location.pathname !== desk.path) return
  desk.turn += 1
  desk.gesture = null
  show(clean({ ...known(desk.dataset, selection), language: desk.selection.language }))
  if (selection.language === desk.selection.language) tell()
})
