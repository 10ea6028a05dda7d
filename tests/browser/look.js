// What stands on the page as a reader sees it. Text is compared line by line, so that two words in one wrapped
// sentence never count as overlapping. Returns lists of places, empty when all is well, and all text.
(smallest) => {
  const style = (element) => getComputedStyle(element);
  const hidden = (element) => {
    // Also knows a closed <details>, whose text has a place on the page although nobody sees it.
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
    for (let e = element; e; e = e.parentElement) {
      const box = e.getBoundingClientRect();
      if (style(e).position === "absolute" && box.width <= 1 && box.height <= 1) return true; // for screen readers
    }
    return false;
  };

  // What has been scrolled out of a box that scrolls inside itself lies over nothing.
  const windows = new Map();
  const view = (element) => {
    if (!element || element === document.body) return { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    if (!windows.has(element)) {
      const around = view(element.parentElement);
      const box = style(element).overflow === "visible" ? around : element.getBoundingClientRect();
      windows.set(element, {
        left: Math.max(around.left, box.left), right: Math.min(around.right, box.right),
        top: Math.max(around.top, box.top), bottom: Math.min(around.bottom, box.bottom),
      });
    }
    return windows.get(element);
  };
  const within = (box, seen) => {
    const left = Math.max(box.left, seen.left), right = Math.min(box.right, seen.right);
    const top = Math.max(box.top, seen.top), bottom = Math.min(box.bottom, seen.bottom);
    return { left, right, top, bottom, width: right - left, height: bottom - top };
  };

  const silent = ["SCRIPT", "STYLE", "NOSCRIPT", "OPTION", "TITLE", "DESC"];
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || silent.includes(parent.tagName.toUpperCase())) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const boxes = [...range.getClientRects()].filter(
      (b) => b.width > 1 && b.height > 1 && b.bottom + scrollY > 0 && b.right + scrollX > 0,
    );
    if (boxes.length && !hidden(parent)) {
      lines.push({ text: text.slice(0, 60), full: text, boxes: boxes.map((b) => within(b, view(parent))), parent });
    }
  }

  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  const overlap = new Set();
  const formula = (line) => line.parent.closest("math"); // its signs are close and small, by design
  const fromTop = lines.flatMap((line) => line.boxes.map((box) => ({ line, box }))).sort((a, b) => a.box.top - b.box.top);
  fromTop.forEach((one, place) => {
    for (let next = place + 1; next < fromTop.length && fromTop[next].box.top < one.box.bottom; next++) {
      const other = fromTop[next];
      if (one.line === other.line || !meet(one.box, other.box)) continue;
      if (formula(one.line) && formula(one.line) === formula(other.line)) continue;
      overlap.add(`${one.line.text} x ${other.line.text}`);
    }
  });

  // An SVG is drawn in its own units: what counts is the size on the screen.
  const size = (element) => {
    const drawn = element.getScreenCTM?.();
    return parseFloat(style(element).fontSize) * (drawn ? Math.hypot(drawn.c, drawn.d) : 1);
  };
  const cut = (e) => ["hidden", "clip"].includes(style(e).overflowX) && e.scrollWidth > e.clientWidth + 2;

  const heads = "h1, h2, h3, h4, summary, figcaption, caption, legend";
  const empty = (panel) => {
    if (hidden(panel) || (panel.tagName === "DETAILS" && !panel.open)) return false;
    const said = [...panel.querySelectorAll(heads)].reduce((t, h) => t.replace(h.innerText, ""), panel.innerText);
    return !said.trim() && !panel.querySelector("svg, input, select");
  };
  const panels = [...document.querySelectorAll("main, section, article, figure, details, table, fieldset")];

  const attributes = ["aria-label", "title", "placeholder", "alt"];
  const spoken = [...document.querySelectorAll(attributes.map((name) => `[${name}]`).join(","))]
    .filter((e) => !hidden(e))
    .flatMap((e) => attributes.map((name) => e.getAttribute(name)).filter(Boolean));
  const unseen = [...document.querySelectorAll("option, svg title, svg desc")].map((e) => e.textContent);
  const wide = document.documentElement.scrollWidth;
  return {
    "text over text": [...overlap],
    "scrolls sideways": wide > innerWidth + 1 ? [`${wide} px wide in a window of ${innerWidth}`] : [],
    "cut off": lines.filter((l) => cut(l.parent)).map((l) => l.text),
    "too small": lines.filter((l) => !formula(l) && size(l.parent) < smallest - 0.1).map((l) => l.text),
    "empty panel": panels.filter(empty).map((e) => e.id || e.className || e.tagName),
    text: [document.title, ...lines.filter((l) => !l.parent.closest("[lang|=en]")).map((l) => l.full), ...spoken, ...unseen],
  };
};
