// The Share control: what it offers is read from the address at the moment it is opened.
const LONGEST_LINK = 6000

// A story of one step that shows the view of an address, packed as the server packs stories: zlib, then base64 for addresses.
const packView = async search => {
  const written = JSON.stringify({ story: {}, step: [{ view: search.replace(/^\?/, "") }] })
  const stream = new Blob([written]).stream().pipeThrough(new CompressionStream("deflate"))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

const viewParams = completion => {
  const params = wholeAddress(completion).searchParams
  for (const name of ["story", "own", "step", "present", "embed", "lang"]) params.delete(name)
  return params.toString()
}

const language = () => {
  const lang = new URLSearchParams(location.search).get("lang")
  return lang ? `&lang=${encodeURIComponent(lang)}` : ""
}

// The address inside the app: page and parameters, as the saved views keep it.
const here = ({ pathname, search }) => pathname.slice(appRoot().length) + search

const row = (label, text, words) => {
  const line = make("div", "row")
  const name = make("label", "", label)
  const box = make("input", "text")
  box.readOnly = true
  box.value = text
  box.onfocus = () => box.select()
  name.append(box)
  const copy = makeButton("", words.copy, async () => {
    try {
      await navigator.clipboard.writeText(text)
      copy.textContent = words.copied
    } catch {
      box.focus()
      copy.textContent = words.copy_failed
    }
  })
  line.append(name, copy)
  return line
}

const frameCode = (address, title) => {
  const frame = document.createElement("iframe")
  const embedded = new URL(address)
  embedded.searchParams.set("embed", "true")
  frame.src = embedded.href
  frame.title = title
  frame.width = "100%"
  frame.height = "640"
  frame.style.border = "0"
  frame.loading = "lazy"
  return frame.outerHTML
}

const savedList = (words, completion, redraw) => {
  const box = make("section", "saved")
  const views = savedViews()
  const list = make("ul")
  for (const { name, address } of views) {
    const item = make("li")
    const link = goesTo(make("a", "", name), appRoot() + address)
    const remove = makeButton("quiet", "✕", () => { removeView(name); redraw() })
    remove.setAttribute("aria-label", words.remove.replace("{name}", name))
    item.append(link, remove)
    list.append(item)
  }
  const field = make("input", "text")
  field.maxLength = 80
  field.placeholder = words.name
  field.setAttribute("aria-label", words.name)
  const said = make("p", "said")
  said.setAttribute("role", "status")
  const form = make("form", "row")
  form.onsubmit = event => {
    event.preventDefault()
    if (!field.value.trim()) return field.focus()
    saveView(field.value, here(wholeAddress(completion))) ? redraw() : (said.textContent = words.not_kept)
  }
  const save = make("button", "", words.save)
  form.append(field, save)
  box.append(make("h3", "", words.saved), views.length ? list : make("p", "said", words.saved_none), form, said)
  return box
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".share")
  const { words, completion } = data
  const packed = async () => (data.views ? `own=${await packView(viewParams(completion))}${language()}` : data.own)
  const addressOf = () => (data.views ? wholeAddress(completion).href : new URL(`${appRoot()}stories?${data.own}`, location.href).href)
  const panel = make("div", "panel")
  panel.popover = "auto"
  panel.setAttribute("role", "dialog")
  panel.setAttribute("aria-label", words.open)
  const opener = makeButton("opener", words.open, null)
  opener.popoverTargetElement = panel
  opener.title = words.title

  const place = () => {
    const box = opener.getBoundingClientRect()
    const { width, height } = panel.getBoundingClientRect()
    panel.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`
    panel.style.top = `${Math.max(8, box.bottom + 4 + height < innerHeight ? box.bottom + 4 : box.top - height - 4)}px`
  }
  const draw = async () => {
    const own = await packed()
    const isLong = !own || own.length > LONGEST_LINK
    const address = data.views || !isLong ? addressOf() : ""
    const actions = make("div", "actions")
    const add = makeButton("", words.add, () => {
      setTriggerValue("added", viewParams(completion))
      add.textContent = words.added
      add.disabled = true
    })
    const present = makeButton("", words.present, () => {
      panel.hidePopover()
      rememberReturn()
      goTo(`${appRoot()}stories?${own}&present=yes`)
    })
    actions.append(add, ...(isLong ? [] : [present]))
    const lines = address ? [row(words.link, address, words), row(words.embed, frameCode(address, data.title), words), make("p", "said", words.embed_note)] : [make("p", "said", words.too_long)]
    panel.replaceChildren(...lines, actions, ...(data.views ? [savedList(words, completion, draw)] : []))
    if (panel.matches(":popover-open")) place()
  }
  panel.addEventListener("toggle", async event => {
    if (event.newState !== "open") return
    await draw()
    place()
    panel.querySelector("input, button")?.focus({ preventScroll: true })
  })
  root.replaceChildren(opener, panel)
}
