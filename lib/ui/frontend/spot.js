// Brings the chosen figure into sight inside a scrolling frame, and its sentence, which heads the panel, too;
// it never moves the page itself.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".spot")
  if (root.dataset.shown === data.figure) return
  root.dataset.shown = data.figure
  if (!data.figure) return
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
  const behavior = calm ? "auto" : "smooth"
  document.querySelector(`.st-key-${data.panel}`)?.scrollTo({ top: 0, behavior })
  const frame = document.querySelector(`.st-key-${data.frame}`)
  if (!frame || !data.room) return
  const inSight = data.top >= frame.scrollTop && data.top + data.room <= frame.scrollTop + frame.clientHeight
  if (inSight) return
  frame.scrollTo({ top: Math.max(0, data.top - frame.clientHeight / 3), behavior })
}
