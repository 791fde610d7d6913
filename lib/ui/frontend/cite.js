// Offers references to the page's view as it stands when they are opened, or to the dataset or a document.
const viewLink = ({ version, isWhole, completion, anchor }) => {
  const link = isWhole ? new URL(location.pathname, location.origin) : wholeAddress(completion)
  link.hash = anchor
  link.searchParams.set("v", version)
  return link.href
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".cite-root")
  const isOpen = root.querySelector("details")?.open ?? false
  const box = citeBox(data, () => ({ link: viewLink(data) }))
  box.open = isOpen
  root.replaceChildren(box)
}
