// The link from a frame to the same view outside of it.
export default function ({ data, parentElement }) {
  const address = new URL(location.href)
  address.searchParams.delete("embed")
  address.searchParams.delete("embed_options")
  const link = make("a", "", data.words)
  link.href = address.href
  link.target = "_blank"
  link.rel = "noopener"
  parentElement.querySelector(".link-back").replaceChildren(link)
}
