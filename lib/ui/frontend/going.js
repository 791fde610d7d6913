// Addresses of the app: going to one is a step of the history, which Streamlit follows as it does on Back and Forward.
export const appRoot = () => location.pathname.replace(/\/[^/]*$/, "/")

export const goTo = address => {
  history.pushState({}, "", address)
  dispatchEvent(new PopStateEvent("popstate", { state: {} }))
}

/** Return the address with what the page shows without being asked, so that whoever opens it sees the same. */
export const wholeAddress = completion => {
  const address = new URL(location.href)
  for (const [name, values] of Object.entries(completion)) {
    address.searchParams.delete(name)
    for (const value of values) address.searchParams.append(name, value)
  }
  return address
}

/** Make a link a step inside the session on a plain click, which does this first; any other (new tab, copy) is the browser's own. */
export const goesTo = (link, address, first = () => {}) => {
  link.href = address
  link.onclick = event => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    first()
    goTo(link.href)
  }
  return link
}

export const withParams = changes => {
  const params = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) value === null ? params.delete(name) : params.set(name, value)
  const query = params.toString()
  return location.pathname + (query ? `?${query}` : "")
}

// Where presenting began, so that its end leads back there; kept for this tab alone.
const RETURN = "presenting-began"
export const rememberReturn = () => { try { sessionStorage.setItem(RETURN, location.href) } catch { /* then the story's own page follows */ } }
export const takeReturn = () => {
  try {
    const address = sessionStorage.getItem(RETURN)
    sessionStorage.removeItem(RETURN)
    return address && new URL(address).origin === location.origin ? address : ""
  } catch { return "" }
}
