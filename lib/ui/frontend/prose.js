// A text whose technical terms can be opened.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".prose")
  root.className = `prose ${data.look}`
  root.replaceChildren(
    ...data.paragraphs.map(words => {
      const paragraph = make("p")
      paragraph.append(...withTerms(words))
      return paragraph
    }),
  )
}
