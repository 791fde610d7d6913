// Draws the key to shapes and colours once for all charts of a page.
export default function ({ data, parentElement }) {
  parentElement.querySelector(".legend").replaceChildren(...data.groups.map(keyList))
}
