// Notes when a page was last painted after something in sight had changed. It runs before the page's own scripts.
(() => {
  const QUIET_TAGS = '[data-testid="stStatusWidget"], [data-testid="stToolbar"], [data-testid="stDecoration"]'
  // These tell programs something and change nothing on the screen.
  const isSilent = name => /^(data-|aria-|role$|title$|tabindex$|id$|name$)/.test(name)
  let started = 0
  let isArmed = false
  let pending = null
  let last = {}
  let lastAnywhere = 0
  let open = 0

  const host = node => node.parentElement ?? node.getRootNode?.().host ?? null
  const element = node => (node instanceof Element ? node : node instanceof ShadowRoot ? node.host : host(node))
  // A drawing of a thousand marks counts as one, so that to measure costs the page little.
  const whole = node => {
    while (node?.ownerSVGElement) node = node.ownerSVGElement
    return node
  }
  const isDrawn = box => box.width > 0 && box.height > 0
  const isInWindow = box => box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
  const partOf = node => {
    for (let at = node; at; at = host(at)) {
      for (const [part, selector] of Object.entries(window.benchParts ?? {})) if (at.matches(selector)) return part
    }
    return "elsewhere"
  }

  const painted = nodes => {
    const now = performance.now()
    for (const node of nodes) {
      if (!node.isConnected || node.closest(QUIET_TAGS)) continue
      const box = node.getBoundingClientRect()
      if (!isDrawn(box)) continue
      lastAnywhere = now
      if (isInWindow(box)) last[partOf(node)] = now
    }
    open -= 1
  }
  const note = nodes => {
    if (pending) {
      for (const node of nodes) pending.add(node)
      return
    }
    pending = new Set(nodes)
    open += 1
    requestAnimationFrame(() => {
      // A message sent in the frame arrives after its painting.
      const { port1, port2 } = new MessageChannel()
      const changed = pending
      pending = null
      port1.onmessage = () => painted(changed)
      port2.postMessage(0)
    })
  }

  const observer = new MutationObserver(records => {
    const nodes = records.filter(record => !(record.type === "attributes" && isSilent(record.attributeName))).map(({ target }) => element(target))
    if (nodes.length) note(new Set(nodes.map(whole).filter(Boolean)))
  })
  const watch = root => observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
  const roots = [document]
  watch(document)

  const attachShadow = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (...options) {
    const root = attachShadow.apply(this, options)
    roots.push(root)
    watch(root)
    return root
  }
  for (const name of ["clearRect", "fillRect", "fillText", "fill", "stroke", "drawImage"]) {
    const draw = CanvasRenderingContext2D.prototype[name]
    CanvasRenderingContext2D.prototype[name] = function (...values) {
      if (!pending?.has(this.canvas)) note([this.canvas])
      return draw.apply(this, values)
    }
  }
  addEventListener(
    "pointerdown",
    event => {
      if (!isArmed) return
      isArmed = false
      started = event.timeStamp
      last = {}
      lastAnywhere = 0
    },
    true,
  )

  const find = selector => roots.map(root => root.querySelector(selector)).find(Boolean)

  window.repaints = {
    // What stands in these places, wherever in the page they are.
    text: (...selectors) => selectors.map(selector => find(selector)?.innerText ?? "").join("\n"),
    // The next press of the pointer starts the clock.
    arm() {
      isArmed = true
    },
    // Milliseconds from the press, or from the start of the navigation, to the last painting of each part.
    read: () => Object.fromEntries(Object.entries(last).map(([part, time]) => [part, time - started])),
    // The same for anything on the page, also what is below the edge of the window.
    readAnywhere: () => lastAnywhere - started,
    isQuiet: milliseconds => !isArmed && open === 0 && performance.now() - Math.max(started, lastAnywhere) > milliseconds,
  }
})()
