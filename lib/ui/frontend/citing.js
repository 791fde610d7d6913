// References to a figure, a view or a document. They come written; what only the browser knows, between two marks, is filled in here.
import { copyField, linkTo } from "./challenge.js"
import { make, makeButton } from "./shared.js"

const PLACE = /\ue000(\w+)\ue001/g

const ESCAPES = {
  text: value => value,
  tex: (value, words) => [...value].map(letter => words.tex[letter] ?? letter).join(""),
  json: value => JSON.stringify(value).slice(1, -1),
}

const today = () => {
  const now = new Date()
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(String)
  const accessed = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-")
  return { year, month, day, accessed, accessedlong: new Intl.DateTimeFormat("en-US", { dateStyle: "long" }).format(now) }
}

/** Write a reference in one style; `values` are what its places stand for, `document` the prefix of the document it goes with. */
export const cited = (words, style, values, document = "") => {
  const known = { ...today(), ...values }
  const escape = ESCAPES[style.escape]
  // An address is no prose: TeX takes it as it stands.
  const written = name => (name === "link" && style.escape === "tex" ? known[name] : escape(known[name], words))
  const fill = text => text.replace(PLACE, (whole, name) => (name in known ? written(name) : whole))
  const parts = { quote: known.quote ?? "", document: style.documents[document] ?? "", reference: style.reference }
  // Without a document at hand the figure is cited by itself, and in words with the page it was read in.
  const pattern = parts.document ? style.pattern : style.escape === "text" && parts.quote ? "{quote}\n\n{reference}" : "{reference}"
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => fill(parts[name]))
}

// `words`: title, note, style, copy, copied, styles, tex, version; `values` is asked each time, since an address changes.
export const citeBox = (words, values, document = "") => {
  const box = make("details", "challenge cite")
  const field = make("textarea", "report")
  field.readOnly = true
  field.rows = 7
  field.setAttribute("aria-label", words.title)
  const choice = make("select", "action")
  choice.setAttribute("aria-label", words.style)
  for (const { name, label } of words.styles) {
    const option = make("option", "", label)
    option.value = name
    choice.append(option)
  }
  const copyButton = makeButton("action", words.copy, () => copyField(field, copyButton, words))
  const write = () => {
    copyButton.textContent = words.copy
    field.value = cited(words, words.styles.find(({ name }) => name === choice.value), values(), document)
  }
  choice.onchange = write
  box.ontoggle = write
  const actions = make("div", "actions")
  actions.append(choice, copyButton)
  box.append(make("summary", "", words.title), actions, field, make("p", "note", words.note))
  return box
}

/** Return the address of a figure in the version that the reader sees. */
export const frozenLink = (claim, version) => {
  const link = new URL(linkTo(claim))
  link.searchParams.set("v", version)
  return link.href
}
