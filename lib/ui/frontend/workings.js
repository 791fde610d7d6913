// Lists derived numbers, each with its formula and a button to either figure that it was made of; every word enters by textContent alone.
const input = ({ id, name, selected }, pick) => {
  const button = makeButton("input", id, () => pick(selected ? "" : id), selected)
  button.dataset.figure = id
  button.title = name
  button.setAttribute("aria-label", `${id}: ${name}`)
  return button
}

const entry = (number, from, pick) => {
  const item = make("li")
  item.append(make("span", "what", number.what), make("span", number.formula ? "formula" : "none", number.formula || number.obstacle))
  item.append(make("span", "from", from), ...number.inputs.map(one => input(one, pick)))
  return item
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".workings")
  const focused = root.getRootNode().activeElement?.dataset?.figure
  const list = make("ul")
  list.setAttribute("aria-label", data.label)
  list.append(...data.numbers.map(number => entry(number, data.from, id => setTriggerValue("picked", id))))
  root.replaceChildren(list)
  // Redrawing must not cost the keyboard its place.
  if (focused) root.querySelector(`[data-figure="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}
