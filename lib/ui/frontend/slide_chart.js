// A chart on a slide: drawn small and shown large, so that its smallest letters are as large as the slide's own.
const LETTERS = 12
const NARROWEST = 270

export const slideChart = (vega, spec, { rows, height, alt }, frame) => {
  const holder = make("div", "drawing")
  holder.setAttribute("role", "img")
  holder.setAttribute("aria-label", alt)
  frame.append(holder)
  const view = new vega.View(vega.parse(spec), { renderer: "svg", container: holder, hover: false, logLevel: 1 })
  view.height(height)
  view.change("rows", vega.changeset().insert(rows))
  let drawn = ""
  /** Fit the drawing into its frame; resolves when it is drawn. */
  const fit = async () => {
    const [room, letters] = [frame.clientWidth, parseFloat(getComputedStyle(frame).fontSize)]
    if (!room || drawn === `${room} ${letters}`) return
    drawn = `${room} ${letters}`
    const scale = Math.max(1, Math.min(letters / LETTERS, room / NARROWEST))
    const width = Math.floor(room / scale)
    await view.width(width).runAsync()
    const svg = holder.querySelector("svg")
    svg.setAttribute("width", String(width * scale))
    svg.setAttribute("height", String(height * scale))
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`)
    svg.setAttribute("aria-hidden", "true")
  }
  return { fit, end: () => view.finalize() }
}
