// Presents the story of this page: one step at a time, with the keys of a clicker. The page reads the same without it.
const steps = [...document.querySelectorAll(".step")]
const root = document.documentElement
const place = document.querySelector(".place")
const FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]
let current = 0

const isPresenting = () => root.classList.contains("presenting")

const show = index => {
  current = Math.min(Math.max(index, 0), steps.length - 1)
  steps.forEach((step, at) => step.classList.toggle("current", at === current))
  place.textContent = `${current + 1} / ${steps.length}`
  location.replace(`#${steps[current].id}`)
  scrollTo(0, 0)
  steps[current].focus({ preventScroll: true })
}

const start = () => {
  root.classList.add("presenting")
  show(Math.max(0, steps.findIndex(step => `#${step.id}` === location.hash)))
}

const leave = () => {
  root.classList.remove("presenting")
  steps[current].scrollIntoView()
}

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (!isPresenting()) {
    if (event.key === "p") start()
    return
  }
  // A focused button or link keeps the keys that press it.
  const isPressed = [" ", "Enter"].includes(event.key) && event.target.closest("a, button, summary")
  const goes = new Map([["Home", 0], ["End", steps.length - 1]]).get(event.key)
  const by = isPressed ? 0 : FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0
  if (event.key === "Escape") leave()
  else if (goes !== undefined) show(goes)
  else if (by) show(current + by)
  else return
  event.preventDefault()
})
document.querySelector(".present").addEventListener("click", start)
document.querySelector(".leave").addEventListener("click", leave)
document.querySelector(".next").addEventListener("click", () => show(current + 1))
document.querySelector(".back").addEventListener("click", () => show(current - 1))
