// How to read the app, once: the reader puts it away, the browser remembers, a button brings it back.
const PLACE = "how-to-read"
// Where the browser lets a page store nothing, the answer holds until the tab is closed.
let putAway = false

const isPutAway = () => {
  try { return localStorage.getItem(PLACE) === "read" } catch { return putAway }
}

const remember = read => {
  putAway = read
  try { read ? localStorage.setItem(PLACE, "read") : localStorage.removeItem(PLACE) } catch { /* kept in `putAway` */ }
}

const drawMark = mark => {
  const box = make("span", "marks")
  box.setAttribute("aria-hidden", "true")
  box.append(...mark.map(one => make("span", one.shape ? `shape ${one.shape}` : one.hatched ? "hatched" : "sign", one.sign)))
  return box
}

const drawStep = step => {
  const item = make("li")
  item.append(drawMark(step.marks), make("h3", "", step.title), make("p", "", step.text))
  return item
}

const drawGuide = (data, close) => {
  const guide = make("section", "guide")
  guide.setAttribute("aria-label", data.words.title)
  const head = make("div", "head")
  head.append(make("h2", "", data.words.title), makeButton("quiet", data.words.dismiss, close))
  const steps = make("ol")
  steps.tabIndex = 0
  steps.setAttribute("aria-label", data.words.title)
  steps.append(...data.steps.map(drawStep))
  guide.append(head, steps)
  return guide
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".reading")
  const show = (read, byReader) => {
    const opener = makeButton("quiet", data.words.resume, () => { remember(false); show(false, true) })
    root.replaceChildren(read ? opener : drawGuide(data, () => { remember(true); show(true, true) }))
    if (byReader) root.querySelector("button").focus()
  }
  show(isPutAway(), false)
}
