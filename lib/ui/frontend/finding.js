// A finding in large type, with what it was computed from; each input can be chosen.
const drawFormula = (data, pick) => {
  const line = make("p", "formula", data.formula ? `${data.formula} ` : "")
  const inputs = data.inputs.map(({ id, spoken, selected }) => {
    const button = makeButton("input", id, () => pick(selected ? "" : id), selected)
    button.setAttribute("aria-label", spoken)
    button.title = spoken
    return button
  })
  line.append(make("span", "", `${data.words.inputs} `), ...inputs)
  return line
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".told-finding")
  const parts = []
  if (data.question) parts.push(make("h2", "question", data.question))
  parts.push(tellFinding(make("p", "finding"), data.parts))
  if (data.caveat) parts.push(make("p", "caveat", data.caveat))
  if (data.inputs.length) parts.push(drawFormula(data, id => setTriggerValue("picked", id)))
  root.replaceChildren(...parts)
}
