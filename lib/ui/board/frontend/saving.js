// Takes a chart away. The server makes the files: its own buttons, which are out of sight, are pressed from the menu at each chart.
import { say } from "./engine.js"
import { make, makeButton } from "./shared.js"

const FORMS = ["png", "svg", "pptx", "csv"]
const MOMENT_MS = 100
const MOST_MOMENTS = 50

const moment = () => new Promise(resolve => setTimeout(resolve, MOMENT_MS))
const nativeButton = (chart, form) => document.querySelector(`.st-key-save_board_${chart}_${form} button`)
const isBusy = () => document.querySelector("[data-test-script-state]")?.dataset.testScriptState === "running"

// The server has to have followed to the view that the reader sees.
const followed = async () => {
  await moment()
  for (let moments = 0; isBusy() && moments < MOST_MOMENTS; moments += 1) await moment()
}

const pressed = async (chart, form) => {
  await followed()
  const button = nativeButton(chart, form)
  if (!button) return false
  button.click()
  await moment()
  while (nativeButton(chart, form)?.disabled) await moment()
  return !nativeButton(chart, form)?.closest(".stDownloadButton").querySelector("[data-testid=stDownloadButtonError]")
}

const closes = menu => {
  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return
    menu.open = false
    menu.firstElementChild.focus()
  })
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false
  })
}

/** Make the menu of a chart: its picture in two forms, its slide, and its figures. */
export const makeSaving = (dataset, chart) => {
  const menu = make("details", "save")
  const list = make("div", "save-forms")
  const voice = make("p", "caption")
  voice.setAttribute("role", "status")
  const save = async form => {
    voice.textContent = say(dataset, "save.making")
    voice.textContent = (await pressed(chart, form)) ? "" : say(dataset, "save.failed")
  }
  list.append(...FORMS.map(form => makeButton("quiet", say(dataset, `save.${form}`), () => save(form))), make("p", "caption", say(dataset, "save.note")), voice)
  const opener = make("summary", "", say(dataset, "save.label"))
  opener.setAttribute("aria-label", say(dataset, "save.of", { chart: say(dataset, `explore.${chart}`) }))
  menu.append(opener, list)
  closes(menu)
  return menu
}
