// A chart on a slide: drawn small and shown large, so that its smallest letters are as large as the slide's own.
const LETTERS = 12
const NARROWEST = 270

/** Tell how much larger a chart is shown in this frame than it is drawn. */
export const scaleIn = frame => Math.max(1, Math.min(parseFloat(getComputedStyle(frame).fontSize) / LETTERS, frame.clientWidth / NARROWEST))

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
    // A part of a pixel too much would shrink the drawing, letters and all.
    const [room, scale] = [Math.floor(frame.getBoundingClientRect().width), scaleIn(frame)]
    if (!room || drawn === `${room} ${scale}`) return
    drawn = `${room} ${scale}`
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
