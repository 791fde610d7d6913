// A link to another view of the same page; a page in a frame stays the page of a frame.
const OF_FRAMES = ["embed", "embed_options"]

const addressOf = query => {
  const params = new URLSearchParams(query)
  for (const [name, value] of new URLSearchParams(location.search)) if (OF_FRAMES.includes(name)) params.append(name, value)
  const asked = params.toString()
  return location.pathname + (asked ? `?${asked}` : "")
}

export default function ({ data, parentElement }) {
  const icon = make("span", "icon", data.icon)
  icon.setAttribute("aria-hidden", "true")
  icon.translate = false
  // The end of presenting leads back to where it began.
  const first = new URLSearchParams(data.query_string).has("present") ? rememberReturn : undefined
  const link = goesTo(parentElement.querySelector(".view-link"), addressOf(data.query_string), first)
  link.title = data.about
  link.replaceChildren(icon, make("span", "", data.label))
}
