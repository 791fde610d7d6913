// A real link to the Explore page: a plain click stays in the session, any other (new tab, copy) is the browser's own.
// Streamlit follows the address as it does on Back and Forward, so that the click is one step of the history.
const goTo = address => {
  history.pushState({}, "", address)
  dispatchEvent(new PopStateEvent("popstate", { state: {} }))
}

export const linkToExplore = (link, query) => {
  link.href = `${location.pathname.replace(/\/+$/, "")}/explore${query ? `?${query}` : ""}`
  link.onclick = event => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(link.href)
  }
  return link
}
