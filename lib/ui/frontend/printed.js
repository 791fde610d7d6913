// The head of a printed page: what is shown, of which dataset, and the address as it is when the reader prints.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".printed")
  const link = make("p", "link")
  root.replaceChildren(...data.lines.map(line => make("p", "", line)), link)
  const write = () => {
    link.textContent = data.link.replace("{link}", wholeAddress(data.completion).href)
  }
  write()
  addEventListener("beforeprint", write)
  return () => removeEventListener("beforeprint", write)
}
