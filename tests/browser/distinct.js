// Marks text with the colours, the size and the grounds of text before it, so that axe need not work out the
// same contrast for every row of every table. Five of a kind are kept, in case something lies over the first.
// Marked is only what axe looks at for sure: text that is seen, of more than a sign, of nothing that is disabled.
() => {
  const KEPT = 5;
  const grounds = new Map([[document.documentElement.parentElement, ""]]);
  const ground = (element) => {
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position].join(" ");
      const plain = own === "rgba(0, 0, 0, 0) none 1 none normal static";
      grounds.set(element, ground(element.parentElement) + (plain ? "" : `/${own}`));
    }
    return grounds.get(element);
  };
  const counted = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    element.removeAttribute("data-same");
    if (element.childElementCount || element.closest("svg, label, :disabled, [aria-disabled]")) continue;
    if (!/[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(element.textContent)) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const kind = [color, fontSize, fontWeight, textShadow, ground(element)].join("|");
    const before = counted.get(kind) ?? 0;
    counted.set(kind, before + 1);
    if (before >= KEPT) element.setAttribute("data-same", "");
  }
};
