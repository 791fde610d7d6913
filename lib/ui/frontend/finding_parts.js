// A finding's sentence: its figures and years are marked, the rest is plain words.
export const tellFinding = (element, parts) => {
  element.append(...parts.map(({ text, role }) => (role ? make("span", role, text) : document.createTextNode(text))))
  return element
}
