// The two long lists: the places, as a tree, and the programmes.
import { change } from "./desk.js"
import { say } from "./engine.js"
import { help } from "./fields.js"
import { makePicker } from "./picker.js"
import { make } from "./shared.js"

const folded = texts => texts.filter(Boolean).map(text => text.toLowerCase().normalize("NFC"))

const insideSwitch = dataset => {
  const row = make("label", "tick switch")
  const box = make("input")
  box.type = "checkbox"
  box.setAttribute("role", "switch")
  box.onchange = () => change({ inside: box.checked })
  row.append(box, make("span", "tick-name", say(dataset, "filter.inside")), help(say(dataset, "filter.inside_help")))
  return { row, show: ({ selection }) => (box.checked = selection.inside) }
}

/** The places in their tree; each stands for all that lies inside it while the switch below is on. */
export const regionPicker = dataset => {
  const entries = dataset.regions.map(({ id, depth, name, other, names }) => ({ code: id, depth, name, other, words: folded(names ?? [name, other]) }))
  const picker = makePicker({
    dataset,
    part: "regions",
    entries,
    isTree: true,
    allWords: say(dataset, "board.all_regions"),
    count: ({ facets, selection }, code) => facets.regions[code]?.[selection.inside ? "within" : "own"] ?? 0,
    chosen: ({ selection }) => selection.regions,
    choose: regions => change({ regions }),
  })
  const inside = insideSwitch(dataset)
  picker.root.append(inside.row)
  const show = now => {
    picker.show(now)
    inside.show(now)
  }
  return { element: picker.root, show }
}

/** The programmes and campaigns that sentences speak of. */
export const programmePicker = dataset =>
  makePicker({
    dataset,
    part: "programmes",
    entries: dataset.codes.programmes.map(({ code, label }) => ({ code, depth: 0, name: label, other: "", words: folded([label]) })),
    isTree: false,
    allWords: say(dataset, "filter.programmes_all"),
    count: ({ facets }, code) => facets.programmes[code] ?? 0,
    chosen: ({ selection }) => selection.programmes,
    choose: programmes => change({ programmes }),
  })
