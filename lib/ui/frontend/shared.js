// Shared by the components: text enters the page by textContent alone, so data can never become markup.
export const make = (tag, className, text) => {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text !== undefined && text !== null) element.textContent = text
  return element
}

// A button that never submits; `pressed` is given when it can be on or off.
export const makeButton = (className, text, onClick, pressed) => {
  const button = make("button", className, text)
  button.type = "button"
  if (pressed !== undefined) button.setAttribute("aria-pressed", pressed ? "true" : "false")
  button.onclick = onClick
  return button
}

// The mark of a status, as the charts draw it.
export const shape = status => {
  const icon = make("span", `shape ${status}`)
  icon.setAttribute("aria-hidden", "true")
  return icon
}
