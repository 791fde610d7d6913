// How a part of the board comes to stand in its place on the page.
import { dataset, receive } from "./desk.js"

const sheets = new Map()
const mounted = new WeakMap()

/** Make an address of the app's own out of one relative to it: every page stands one step below the app. */
export const address = path => new URL(path, document.baseURI).href

const sheetAt = async path => {
  const answer = await fetch(address(path))
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return new CSSStyleSheet().replace(await answer.text())
}

const dress = async (root, path) => {
  if (!sheets.has(path)) sheets.set(path, sheetAt(path))
  root.adoptedStyleSheets = [await sheets.get(path)]
}

/**
 * Fill `.name` of a component once, and again only when the dataset has changed; otherwise only hear what the server says.
 * `build(root, set, data)` fills it, and returns what ends it.
 */
export const mount = async ({ data, parentElement }, name, build) => {
  const root = parentElement.querySelector(`.${name}`)
  const calls = (mounted.get(root)?.calls ?? 0) + 1
  mounted.set(root, { ...mounted.get(root), calls })
  const [set] = await Promise.all([dataset(address(data.payload)), dress(root.getRootNode(), `${data.home}/${name}.css`)])
  const place = mounted.get(root)
  // A later call has overtaken this one.
  if (place.calls !== calls || !root.isConnected) return
  receive(set, data)
  if (place.set === set) return
  place.end?.()
  const end = await build(root, set, data)
  mounted.set(root, { ...mounted.get(root), set, end })
}
