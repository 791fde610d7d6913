// The screen as a whole: filled by the slides, or dark while the room shall look at the speaker.
/** Tell whether this browser can fill the screen; a phone's may not, and a frame of another site must be allowed to. */
export const canFill = () => Boolean(document.fullscreenEnabled)

export const leaveFull = async () => {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
  } catch { /* the browser has done so itself */ }
}

export const toggleFull = async () => {
  if (document.fullscreenElement) return leaveFull()
  try {
    await document.documentElement.requestFullscreen()
  } catch { /* the browser refused: the slides stay in their window */ }
}

/** Make what darkens the stage: `toggle()`, and `lift()`, which tells whether it was dark. */
export const makeBlank = (stage, tell) => {
  const dark = make("div", "blank")
  dark.hidden = true
  const turn = isDark => {
    dark.hidden = !isDark
    tell(isDark)
  }
  const lift = () => {
    const wasDark = !dark.hidden
    if (wasDark) turn(false)
    return wasDark
  }
  dark.onclick = lift
  stage.append(dark)
  return { toggle: () => turn(dark.hidden), lift }
}
