// On a phone the filters lie in Streamlit's drawer, below the list of pages: they are brought into sight.
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
