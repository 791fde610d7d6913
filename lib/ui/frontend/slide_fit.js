// A slide is set as large as its screen holds, between these shares of the ordinary size, and never smaller than a room can read.
const SHARES = [1.4, 1.3, 1.2, 1.1, 1, 0.9, 0.8, 0.7]
const SMALLEST = 24

/** Choose the size of what stands below the finding; on a narrow screen, where all is one column, the slide scrolls instead. */
export const fitSlide = ({ slide, body, chart }, drawing) => {
  body.style.fontSize = chart.style.minHeight = ""
  if (getComputedStyle(body).display !== "grid") return
  const ordinary = parseFloat(getComputedStyle(slide).fontSize)
  for (const share of SHARES) {
    body.style.fontSize = `${Math.max(SMALLEST, ordinary * share)}px`
    // The chart is not there yet, or drawn for another size: its room is known without it.
    if (drawing) chart.style.minHeight = `${drawing.height * scaleIn(chart)}px`
    if (slide.scrollHeight <= slide.clientHeight + 1) return
  }
}
