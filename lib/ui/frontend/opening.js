// A real link to the Explore page.
export const linkToExplore = (link, query) => goesTo(link, `${location.pathname.replace(/\/+$/, "")}/explore${query ? `?${query}` : ""}`)
