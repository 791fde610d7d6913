// Brings the chosen figure into sight inside a scrolling frame; it never moves the page itself.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".spot")
  if (root.dataset.shown === data.figure) return
  root.dataset.shown = data.figure
  const frame = document.querySelector(`.st-key-${data.frame}`)
  if (!frame || !data.figure) return
  const inSight = data.top >= frame.scrollTop && data.top + data.room <= frame.scrollTop + frame.clientHeight
  if (inSight) return
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
  frame.scrollTo({ top: Math.max(0, data.top - frame.clientHeight / 3), behavior: calm ? "auto" : "smooth" })
}
