// Measures, on the page as it is drawn, every text and mark of every chart, and every chosen option, against what lies behind it.
() => {
  const CLEAR = [0, 0, 0, 0]
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const rgba = colour => {
    if (!colour || colour === "none" || colour === "transparent") return CLEAR
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = colour
    brush.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const over = ([red, green, blue, alpha], ground) => [red, green, blue].map((part, place) => alpha * part + (1 - alpha) * ground[place])
  const luminance = colour => {
    const [red, green, blue] = colour.map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }

  const host = node => node.parentElement ?? node.getRootNode().host ?? null
  const deep = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap(node => (node.shadowRoot ? deep(node.shadowRoot, selector) : [])),
  ]
  const opacity = node => (node ? Number(getComputedStyle(node).opacity) * opacity(host(node)) : 1)
  const faded = ([red, green, blue, alpha], share) => [red, green, blue, alpha * share]
  const box = node => node.getBoundingClientRect()
  const isDrawn = node => box(node).width > 0 && box(node).height > 0 && getComputedStyle(node).visibility === "visible"

  const groundOf = node => {
    const layers = []
    for (let at = node; at; at = host(at)) layers.unshift(rgba(getComputedStyle(at).backgroundColor))
    return layers.reduce((ground, layer) => over(layer, ground), [255, 255, 255])
  }
  const paint = (node, part) => faded(rgba(getComputedStyle(node)[part]), Number(getComputedStyle(node)[`${part}Opacity`]) * opacity(node))

  const covers = (shape, { x, y }) => {
    const { left, right, top, bottom } = box(shape)
    if (x < left || x > right || y < top || y > bottom) return false
    return shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse()))
  }
  const figureOf = node => node.__data__?.datum?.observation_id
  // The stem or bar of a mark is a part of it, not its ground.
  const isApart = (shape, node) => shape !== node && !shape.closest("defs") && (node.tagName === "text" || !figureOf(node) || figureOf(shape) !== figureOf(node))
  const isEarlier = (shape, node) => shape.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING
  const behind = (svg, node, point) => {
    const under = [...svg.querySelectorAll("path, rect, circle")].filter(shape => isApart(shape, node) && isEarlier(shape, node) && covers(shape, point))
    return under.reduce((ground, shape) => over(paint(shape, "fill"), ground), groundOf(svg))
  }
  // Where on the box of a node to look, in shares of its width and height.
  const at = (node, [across, down], beyond = 0) => {
    const { left, top, width, height } = box(node)
    const out = share => Math.sign(share - 0.5) * beyond
    return { x: left + across * width + out(across), y: top + down * height + out(down) }
  }
  const CENTRE = [0.5, 0.5]
  const ALONG = [[0.05, 0.5], CENTRE, [0.95, 0.5]]
  const AROUND = [0, 0.5, 1].flatMap(across => [0, 0.5, 1].map(down => [across, down])).filter(([across, down]) => across !== 0.5 || down !== 0.5)

  const hex = colour => `#${colour.map(part => Math.round(part).toString(16).padStart(2, "0")).join("")}`
  const against = (inks, ground) => ({
    ratio: Math.max(...inks.map(ink => contrast(over(ink, ground), ground))), ground: hex(ground), inks: inks.map(ink => hex(over(ink, ground))),
  })
  const fromFaintest = (inks, grounds) => grounds.map(ground => against(inks, ground)).sort((one, other) => one.ratio - other.ratio)

  const textsOf = svg => {
    const texts = [...svg.querySelectorAll("text")].filter(text => text.textContent.trim() && isDrawn(text) && opacity(text) > 0)
    const lies = (text, other) => text.textContent === other.textContent && Math.hypot(box(text).x - box(other).x, box(text).y - box(other).y) < 3
    // A halo is the same word drawn before, wider and in the colour of the ground.
    return texts.filter((text, place) => !texts.slice(place + 1).some(other => lies(text, other)))
  }
  const marksOf = svg => [...svg.querySelectorAll('[role="graphics-symbol"]')].filter(node => node.isPointInFill && isDrawn(node))
  const ofText = (svg, text) => {
    const grounds = ALONG.map(place => behind(svg, text, at(text, place)))
    return { kind: "text", what: text.textContent, ...fromFaintest([paint(text, "fill")], grounds)[0] }
  }
  // A mark may touch a line or a neighbour: it must stand out against half of what is around it.
  const ofMark = (svg, mark) => {
    const grounds = AROUND.map(place => behind(svg, mark, at(mark, place, 1)))
    const inks = [paint(mark, "fill"), paint(mark, "stroke")]
    return { kind: "mark", what: mark.getAttribute("aria-label"), ...fromFaintest(inks, grounds)[AROUND.length / 2 - 1] }
  }
  const ofChart = svg => {
    const texts = textsOf(svg)
    // A cell that bears its own words is read by them, and they are measured.
    const marks = marksOf(svg).filter(mark => !texts.some(text => covers(mark, at(text, CENTRE))))
    return [...texts.map(text => ofText(svg, text)), ...marks.map(mark => ofMark(svg, mark))]
  }
  const charts = deep(document, "svg").filter(svg => isDrawn(svg) && svg.querySelector('[role="graphics-symbol"]'))
  const signs = deep(document, ".shape, .swatch").filter(isDrawn)
  const ofSign = sign => {
    const style = getComputedStyle(sign)
    const inks = [style.borderTopWidth === "0px" ? "none" : style.borderTopColor, style.backgroundColor]
    return { kind: "mark", what: sign.className, ...against(inks.map(ink => faded(rgba(ink), opacity(sign))), groundOf(host(sign))) }
  }
  // What is chosen in a filter stands on the colour of the theme.
  const chosen = deep(document, "[data-tag] *").filter(node => isDrawn(node) && [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
  const ofChosen = node => ({ kind: "text", what: node.textContent, ...against([faded(rgba(getComputedStyle(node).color), opacity(node))], groundOf(node)) })
  return [...charts.flatMap(ofChart), ...signs.map(ofSign), ...chosen.map(ofChosen)]
}
