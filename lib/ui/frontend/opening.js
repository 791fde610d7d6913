// A real link to the Explore page: a plain click stays in the session, any other (new tab, copy) is the browser's own.
export const linkToExplore = (link, query, open) => {
  link.href = `${location.pathname.replace(/\/+$/, "")}/explore${query ? `?${query}` : ""}`
  link.onclick = event => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open()
  }
  return link
}
