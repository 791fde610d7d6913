// Present mode: a story one slide at a time over everything else; every slide is made beforehand, so that a step only shows another.
const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"]
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p"]
const SWIPE = 48

const hidden = new CSSStyleSheet()
hidden.replaceSync('[data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stToolbar"], .st-key-footer { display: none !important; } html { overflow: hidden; }')
const hideChrome = isHidden => {
  const others = document.adoptedStyleSheets.filter(sheet => sheet !== hidden)
  document.adoptedStyleSheets = isHidden ? [...others, hidden] : others
}

const isTyping = event => {
  const [target] = event.composedPath()
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
}

const asked = data => {
  const params = new URLSearchParams(location.search)
  const isOurs = (params.get("own") ?? params.get("story") ?? "") === data.name
  const step = Math.min(Math.max(parseInt(params.get("step") ?? "1", 10) || 1, 1), data.steps.length)
  return { step, isPresenting: isOurs && params.get("present") === "yes" }
}

const shortcutSheet = words => {
  const sheet = make("dialog", "shortcuts")
  sheet.setAttribute("aria-label", words.shortcuts)
  const list = make("dl")
  for (const [name, keys, meaning] of words.keys) if (name !== "fill" || canFill()) list.append(make("dt", "", keys), make("dd", "", meaning))
  const close = makeButton("close", words.close, () => sheet.close())
  sheet.append(make("h2", "", words.shortcuts), list, close)
  // Tab has only one place to go: it stays on the button, in every browser.
  sheet.addEventListener("keydown", event => {
    event.stopPropagation()
    if (event.key === "Tab") { event.preventDefault(); close.focus() }
    if (event.key === "?") sheet.close()
  })
  return sheet
}

const bar = (words, moves) => {
  const foot = make("footer", "foot")
  const source = make("p", "source")
  const place = make("span", "place")
  const button = (name, sign) => {
    const made = makeButton(name, sign, moves[name])
    made.setAttribute("aria-label", words[name])
    made.title = words[name]
    return made
  }
  const controls = make("div", "controls")
  controls.append(button("back", "‹"), place, button("next", "›"), ...(canFill() ? [button("fill", "")] : []), button("help", "?"), button("leave", "✕"))
  foot.append(source, controls)
  /** Tell whether a line stands in the foot whole. */
  const holds = line => {
    const shown = source.textContent
    source.textContent = line
    const isWhole = source.scrollWidth <= source.clientWidth
    source.textContent = shown
    return isWhole
  }
  const show = (step, count, line) => {
    place.textContent = `${step} / ${count}`
    source.textContent = line
    controls.querySelector(".back").disabled = step === 1
    controls.querySelector(".next").disabled = step === count
  }
  return { foot, holds, show }
}

const makeDeck = (root, data) => {
  const { words, steps } = data
  const stage = make("dialog", "stage")
  stage.setAttribute("aria-label", data.title)
  const live = make("p", "live")
  live.setAttribute("aria-live", "polite")
  const slides = steps.map(drawSlide)
  const [charts, failed] = [new Map(), new Set()]
  let [at, alive, vega] = [0, true, null]

  // What does not fit is never cut without a sign: the button stands there until the end of the slide is in sight.
  const further = makeButton("further", words.further, () => {
    const { slide } = slides[at]
    slide.scrollBy({ top: slide.clientHeight * 0.8 })
  })
  const mark = () => {
    const { slide } = slides[at]
    further.parentElement.hidden = slide.scrollHeight - slide.scrollTop - slide.clientHeight < 8
  }
  slides.forEach(({ slide }) => slide.addEventListener("scroll", mark, { passive: true }))

  const chartOf = async index => {
    const { drawing } = steps[index]
    if (!alive) return
    // A long line of sources stands on the slide itself, where it can break.
    slides[index].slide.classList.toggle("lined", !foot.holds(steps[index].line))
    fitSlide(slides[index], failed.has(index) ? null : drawing)
    if (!drawing) return
    if (!charts.has(index)) charts.set(index, prepare(index, drawing))
    await (await charts.get(index))?.fit()
    mark()
  }
  const prepare = async (index, drawing) => {
    try {
      vega ??= import(new URL(data.vega, document.baseURI).href)
      const spec = fetch(new URL(drawing.spec, document.baseURI)).then(answer => answer.json())
      return slideChart(await vega, await spec, drawing, slides[index].chart)
    } catch {
      slides[index].asCards()
      failed.add(index)
      fitSlide(slides[index], null)
      return null
    }
  }
  const prepareAll = async () => {
    for (const index of [at, at + 1, at - 1, ...steps.keys()]) if (steps[index]) await chartOf(index)
    mark()
    root.setAttribute("aria-busy", "false")
  }

  const show = step => {
    at = step - 1
    slides.forEach(({ slide }, index) => slide.classList.toggle("current", index === at))
    foot.show(step, steps.length, foot.holds(steps[at].line) ? steps[at].line : "")
    live.textContent = `${step} / ${steps.length}: ${steps[at].label}`
    slides[at].slide.scrollTop = 0
    slides[at].slide.focus({ preventScroll: true })
    mark()
    chartOf(at)
  }
  const go = step => {
    // The first press after the dark shows the slide that was there.
    if (blank.lift()) return
    if (step < 1 || step > steps.length || step === at + 1) return
    history.pushState({}, "", withParams({ step: String(step), present: "yes" }))
    show(step)
  }
  // As browsers do it: the first press leaves the full screen, the next the slides.
  const leave = () => {
    if (document.fullscreenElement) return void leaveFull()
    goTo(takeReturn() || withParams({ present: null }))
  }
  const help = () => sheet.open || sheet.showModal()
  const foot = bar(words, { back: () => go(at), next: () => go(at + 2), fill: toggleFull, help, leave })
  const sheet = shortcutSheet(words)
  const below = make("div", "below")
  below.append(further)
  stage.append(...slides.map(({ slide }) => slide), below, foot.foot, live, sheet)
  const blank = makeBlank(stage, isDark => { live.textContent = isDark ? words.dark : steps[at].label })
  root.replaceChildren(stage)

  /** Do what the address says: present that step, or be gone. */
  const follow = () => {
    const { step, isPresenting } = asked(data)
    if (isPresenting && !stage.open) {
      hideChrome(true)
      stage.showModal()
      root.setAttribute("aria-busy", "true")
      show(step)
      prepareAll()
    } else if (isPresenting) {
      if (step !== at + 1) show(step)
    } else if (stage.open) {
      sheet.close()
      blank.lift()
      stage.close()
      hideChrome(false)
    }
  }

  const moves = { Home: () => go(1), End: () => go(steps.length), "?": help, h: help, f: toggleFull, ".": blank.toggle, b: blank.toggle, Escape: () => blank.lift() || leave() }
  const onKey = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    if (!stage.open) {
      if (event.key.toLowerCase() !== "p" || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      rememberReturn()
      goTo(withParams({ present: "yes" }))
      return
    }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const isOnButton = event.composedPath()[0] instanceof HTMLButtonElement && [" ", "Enter"].includes(event.key)
    const move = NEXT.includes(key) ? () => go(at + 2) : BACK.includes(key) ? () => go(at) : moves[key]
    if (!move || isOnButton || sheet.open) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }
  stage.addEventListener("cancel", event => {
    if (event.target !== stage) return
    event.preventDefault()
    leave()
  })
  // What fills the screen comes to lie over the slides; they are laid over it anew.
  const onFull = () => {
    if (!stage.open || sheet.open) return
    stage.close()
    stage.showModal()
    slides[at].slide.focus({ preventScroll: true })
  }
  let began = null
  stage.addEventListener("touchstart", ({ touches }) => { began = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null }, { passive: true })
  stage.addEventListener("touchend", ({ changedTouches: [touch] }) => {
    if (!began || sheet.open) return
    const [across, down] = [touch.clientX - began.x, touch.clientY - began.y]
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) go(across < 0 ? at + 2 : at)
    began = null
  })
  stage.addEventListener("touchcancel", () => { began = null })
  const watcher = new ResizeObserver(() => stage.open && prepareAll())
  watcher.observe(stage)
  document.addEventListener("keydown", onKey, true)
  document.addEventListener("fullscreenchange", onFull)
  addEventListener("popstate", follow)
  follow()
  // Shown or not, as the address says: what the server had covered until now can be seen again.
  document.documentElement.dataset.slides = "there"
  const end = () => {
    alive = false
    watcher.disconnect()
    document.removeEventListener("keydown", onKey, true)
    document.removeEventListener("fullscreenchange", onFull)
    removeEventListener("popstate", follow)
    charts.forEach(async chart => (await chart)?.end())
    hideChrome(false)
    delete document.documentElement.dataset.slides
  }
  return { end, follow }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".deck")
  // The same story stays as it is: to make it anew would flash.
  if (root.told !== data.told) {
    root.deck?.end()
    root.told = data.told
    root.deck = makeDeck(root, data)
  } else root.deck.follow()
  return () => {
    root.deck?.end()
    root.deck = root.told = undefined
  }
}
