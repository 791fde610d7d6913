// A report on one figure, written beforehand: what it says, where it stands, in which data, and the link to it.
import { make, makeButton } from "./shared.js"

const filled = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)

/** Return the address of this page with one figure chosen. */
export const linkTo = claim => {
  const link = new URL(location.pathname, location.origin)
  link.searchParams.set("claim", claim)
  return link.href
}

// Where the browser withholds the clipboard, the text is selected, ready to be copied by hand.
export const copyField = async (field, button, words) => {
  field.select()
  try {
    await navigator.clipboard.writeText(field.value)
    button.textContent = words.copied
  } catch {
    field.focus()
  }
}

// `words`: title, note, subject, body, copy, copied, mail, address; `values`: what the braces in subject and body stand for.
export const challengeBox = (words, values) => {
  const known = { ...values, link: linkTo(values.claim) }
  const box = make("details", "challenge")
  const field = make("textarea", "report")
  field.value = filled(words.body, known)
  field.readOnly = true
  field.rows = 9
  field.setAttribute("aria-label", words.title)
  const mail = make("a", "action", words.mail)
  const subject = encodeURIComponent(filled(words.subject, known))
  mail.href = `mailto:${encodeURIComponent(words.address).replace("%40", "@")}?subject=${subject}&body=${encodeURIComponent(field.value)}`
  const copyButton = makeButton("action", words.copy, () => copyField(field, copyButton, words))
  const actions = make("div", "actions")
  actions.append(copyButton, mail)
  box.append(make("summary", "", words.title), make("p", "note", words.note), field, actions)
  return box
}
