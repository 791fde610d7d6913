// Shows quote cards, so many at a time.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".quotes")
  const pick = id => setTriggerValue("picked", id)
  root.setAttribute("aria-label", data.label)
  const draw = count => {
    root.replaceChildren(...data.cards.slice(0, count).map(card => drawCard(card, pick, data)))
    if (count >= data.cards.length) return
    root.append(
      makeButton("more", data.more, () => {
        root.dataset.count = String(count + data.step)
        draw(count + data.step)
        root.querySelectorAll(".card")[count]?.scrollIntoView({ block: "nearest" })
      }),
    )
  }
  draw(Number(root.dataset.count || data.step))
}
