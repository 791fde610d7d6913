// Starts one part of the board from the app's static files. Where they cannot be had, the server is told, and shows the page itself.
export default async function (component) {
  const { data, setTriggerValue } = component
  try {
    const parts = await import(new URL(`${data.home}/parts.js`, document.baseURI).href)
    await parts[data.part].mount(component)
  } catch (error) {
    setTriggerValue("failed", `${data.part}: ${error}`)
  }
}
