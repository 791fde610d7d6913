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
  const isDrawn = box => box.width > 0 || box.height > 0
  const cut = (box, by) => ({
    left: Math.max(box.left, by.left), right: Math.min(box.right, by.right), top: Math.max(box.top, by.top), bottom: Math.min(box.bottom, by.bottom),
  })
  // What of an element's surroundings is in sight: the window, less what the frames that scroll around it hide.
  const windowOn = node => {
    let seen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    for (let at = host(node); at; at = host(at)) if (getComputedStyle(at).overflowY !== "visible") seen = cut(seen, at.getBoundingClientRect())
    return seen
  }
  // A mark that was taken out of a drawing has no box any more, only its place in the group it was in.
  const boxOf = ({ node, parent }) => {
    if (node.isConnected) return node.getBoundingClientRect()
    const moved = node.transform?.baseVal.consolidate()?.matrix
    const [, first, second] = /^M\s*([-\d.]+)[ ,]([-\d.]+)/.exec(node.getAttribute("d") ?? "") ?? []
    if (!moved && !first) return parent.getBoundingClientRect()
    const place = new DOMPoint((moved?.e ?? 0) + Number(first ?? 0), (moved?.f ?? 0) + Number(second ?? 0))
    const { x: left, y: top } = place.matrixTransform(parent.getScreenCTM())
    return { left, right: left, top, bottom: top }
  }
  // The marks of a drawing are in the same frame, and once one is seen the others need not be asked: to measure must cost the page little.
  const byDrawing = changes => {
    const groups = new Map()
    for (const change of changes) {
      const drawing = change.parent?.ownerSVGElement ?? change.node.ownerSVGElement ?? change.node
      if (!drawing.isConnected || drawing.closest(QUIET_TAGS)) continue
      if (!groups.has(drawing)) groups.set(drawing, [])
      groups.get(drawing).push(change)
    }
    return groups
  }
  const isInSight = (changes, seen) =>
    changes.some(change => {
      const { left, right, top, bottom } = cut(boxOf(change), seen)
      return left <= right && top <= bottom
    })
  const isChange = ({ type, target, attributeName, oldValue }) =>
    type !== "attributes" || !(isSilent(attributeName) || target.getAttribute(attributeName) === oldValue)
  const changesOf = ({ target, type, addedNodes, removedNodes }) => {
    const node = element(target)
    if (!node) return []
    if (type !== "childList" || !node.ownerSVGElement) return [{ node }]
    return [...addedNodes, ...removedNodes].filter(one => one instanceof Element).map(one => ({ node: one, parent: node }))
  }
  const partOf = node => {
    for (let at = node; at; at = host(at)) {
      for (const [part, selector] of Object.entries(window.benchParts ?? {})) if (at.matches(selector)) return part
    }
    return "elsewhere"
  }

  const painted = changes => {
    const now = performance.now()
    for (const [drawing, parts] of byDrawing(changes)) {
      if (!isDrawn(drawing.getBoundingClientRect())) continue
      lastAnywhere = now
      if (isInSight(parts, windowOn(drawing))) last[partOf(drawing)] = now
    }
    open -= 1
  }
  const note = changes => {
    if (pending) {
      pending.push(...changes)
      return
    }
    pending = [...changes]
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
    const changes = records.filter(isChange).flatMap(changesOf)
    if (changes.length) note(changes)
  })
  const watch = root => observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true })
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
      if (pending?.at(-1)?.node !== this.canvas) note([{ node: this.canvas }])
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
