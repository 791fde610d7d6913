// The bar at the head of a phone's screen, which stays while the page scrolls: to the filters, and to any part of the page.
const NARROW_GAP = 76

const deep = (root, selector) => [
  ...root.querySelectorAll(selector),
  ...[...root.querySelectorAll("*")].flatMap(node => (node.shadowRoot ? deep(node.shadowRoot, selector) : [])),
]

// The large headings; on a page with hardly any, the smaller ones too.
const headings = page => {
  const seen = selector => deep(page, selector).filter(heading => heading.textContent.trim() && heading.checkVisibility())
  const inOrder = found => found.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
  const large = seen("h2")
  return inOrder(large.length > 2 ? large : seen("h2, h3"))
}

const goToHeading = heading => {
  heading.style.scrollMarginTop = `${NARROW_GAP}px`
  heading.scrollIntoView({ block: "start" })
  heading.tabIndex = -1
  heading.style.outline = "none"
  heading.focus({ preventScroll: true })
}

const entry = (text, isHere, act) => {
  const item = make("li")
  const button = makeButton("part", text, act)
  if (isHere) button.setAttribute("aria-current", "true")
  item.append(button)
  return item
}

const fill = (list, words) => {
  const page = document.querySelector('[data-testid="stMain"]')
  const found = headings(page)
  const here = found.findLast(heading => heading.getBoundingClientRect().top < NARROW_GAP + 8)
  const go = act => () => {
    list.hidePopover()
    act()
  }
  const parts = found.map(heading => entry(heading.textContent.trim(), heading === here, go(() => goToHeading(heading))))
  list.replaceChildren(entry(words.top, false, go(() => page.scrollTo({ top: 0 }))), ...parts)
}

document.addEventListener("click", event => {
  if (event.target.closest?.('[data-testid="stSidebarNavLink"]')) closeDrawer()
})

// Streamlit opens the drawer of a page as that of the last one was left, also on Back and in a new visit.
let shownPage
const arrive = page => {
  if (page !== shownPage) closeDrawer()
  shownPage = page
}

export default function ({ data: { words, page }, parentElement }) {
  arrive(page)
  const root = parentElement.querySelector(".bar")
  const list = make("ul", "parts")
  list.popover = "auto"
  list.id = "parts"
  const contents = makeButton("contents", words.contents)
  contents.popoverTargetElement = list
  list.addEventListener("beforetoggle", event => event.newState === "open" && fill(list, words))
  root.setAttribute("aria-label", words.contents)
  root.replaceChildren(makeButton("filters", words.filters, openFilters), contents, list)
}
