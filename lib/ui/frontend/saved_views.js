// Views that the reader has named: kept in this browser alone, and opened by their links.
const PLACE = "saved-views"
const MOST_VIEWS = 50
const LONGEST_NAME = 80
const LONGEST_ADDRESS = 4000

// Whatever stands there, only names and addresses inside the app come out.
export const savedViews = () => {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE) ?? "[]")
    const isView = one => one && typeof one.name === "string" && typeof one.address === "string" && /^[a-z_]*(\?|$)/.test(one.address)
    return Array.isArray(found) ? found.filter(isView).slice(0, MOST_VIEWS) : []
  } catch { return [] }
}

// Returns whether the browser kept them.
const keepViews = views => {
  try {
    localStorage.setItem(PLACE, JSON.stringify(views))
    return true
  } catch { return false }
}

export const saveView = (name, address) => {
  const title = name.trim().slice(0, LONGEST_NAME)
  if (!title || address.length > LONGEST_ADDRESS) return false
  return keepViews([{ name: title, address }, ...savedViews().filter(view => view.name !== title)].slice(0, MOST_VIEWS))
}

export const removeView = name => keepViews(savedViews().filter(view => view.name !== name))
