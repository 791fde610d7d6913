// On a phone the pages and, below them, the filters lie in Streamlit's drawer: the filters are brought into sight.
const TRIES = 40

export const openFilters = () => {
  document.querySelector('[data-testid="stExpandSidebarButton"]')?.click()
  const look = tries => {
    const filters = document.querySelector('[data-testid="stSidebarUserContent"]')
    // The drawer takes some frames to come.
    if (filters?.getBoundingClientRect().width) filters.scrollIntoView({ block: "start" })
    else if (tries) requestAnimationFrame(() => look(tries - 1))
  }
  look(TRIES)
}

/** On a phone the drawer lies over the page, so it is closed when a page was chosen; beside a wide page it stays as it is. */
export const closeDrawer = () => {
  if (matchMedia("(max-width: 768px)").matches) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click()
}
