/* More than one drawing of the same municipalities (dashboard/components/kaartsamen.py): whoever points at one, in a
   map, a cloud or the table, sees it light up in all of them; enlarging one map enlarges them all.

   A municipality is whatever carries `data-nis`, or refers to the shape `#v<code>` (dashboard/figures/kaartdeling.py).
   Every drawing is complete without this script. */
(function () {
  const SHAPES = '[data-nis], use[href^="#v"]', LIT = "samen-aan", STEP = 1.6, MOST = 12;
  let page = null, pointed = null, focused = null, pinned = null, towards = null, lit = null, zoom = null, drag = null;

  function found() {
    return document.querySelector("#inhoud:not([data-eerste]) [data-samen]") || document.querySelector("[data-samen]");
  }

  function begin() {
    const now = found();
    if (now === page) return;
    page = now;
    pointed = focused = pinned = towards = lit = drag = null;
    zoom = { scale: 1, x: 0.5, y: 0.5 }; // the middle, as a part of the whole drawing
    if (!page) return;
    for (const map of maps()) map.dataset.heel = map.getAttribute("viewBox");
  }

  function maps() {
    return page.querySelectorAll("[data-samen-doek] > svg.kaart");
  }

  // --- one municipality in every drawing ---

  function code(target) {
    const shape = target.closest && target.closest(SHAPES);
    if (!shape || !page || !page.contains(shape)) return null;
    return shape.dataset.nis || shape.getAttribute("href").slice(2);
  }

  function light() {
    const nis = pointed || focused || pinned;
    if (nis === lit) return;
    for (const shape of page.querySelectorAll("." + LIT)) shape.classList.remove(LIT);
    lit = nis;
    const sign = page.querySelector("[data-samen-wijzer]");
    sign.hidden = !nis;
    if (!nis) return;
    sign.textContent = words(nis);
    for (const shape of page.querySelectorAll(`[data-nis="${nis}"], use[href="#v${nis}"]`)) {
      shape.classList.add(LIT);
      // What is drawn last lies on top; a row keeps its place.
      if (shape.tagName === "use" || shape.tagName === "path") shape.parentNode.append(shape);
    }
  }

  function words(nis) {
    const row = page.querySelector(`tr[data-nis="${nis}"]`);
    if (!row) return ""; // outside the area that is shown
    const heads = [...row.closest("table").querySelectorAll("[data-samen-kop]")].slice(1).map((head) => head.textContent);
    const cells = [...row.querySelectorAll("td")].map((cell, place) => `${heads[place]}: ${cell.textContent}`);
    return `${row.querySelector("th").textContent}. ${cells.join(" · ")}`;
  }

  document.addEventListener("pointerover", function (event) {
    if (!page) return;
    pointed = code(event.target);
    light();
  });
  document.addEventListener("focusin", function (event) {
    if (!page) return;
    focused = code(event.target);
    towards = focused || towards;
    light();
  });
  document.addEventListener("click", function (event) {
    if (!page || !page.contains(event.target)) return;
    const button = event.target.closest("[data-samen-doe]");
    const order = event.target.closest("[data-samen-sorteer]");
    if (order) return sort(order.closest("th"));
    if (button) return enlarge({ in: STEP, uit: 1 / STEP, heel: 0 }[button.dataset.samenDoe]);
    if (event.target.closest("a, button, select, label, summary")) return;
    const nis = code(event.target);
    pinned = towards = nis === pinned ? null : nis;
    light();
  });
  document.addEventListener("keydown", function (event) {
    if (!page || event.key !== "Escape") return;
    pointed = focused = pinned = null;
    light();
  });

  // --- the order of the table ---

  /* What stands in a cell: an amount, or a text without one, which comes last. */
  function amount(cell) {
    const written = cell.textContent.replace(/\u2212/g, "-").replace(/[^\d,-]/g, "").replace(",", ".");
    return /\d/.test(written) ? Number(written) : null;
  }

  function sort(head) {
    const body = head.closest("table").tBodies[0], column = head.cellIndex, rows = [...body.rows];
    const numeric = head.classList.contains("getal"), before = head.getAttribute("aria-sort");
    const down = before ? before === "ascending" : numeric;
    const compare = (one, other) => one.cells[column].textContent.localeCompare(other.cells[column].textContent, "nl");
    rows.sort(function (one, other) {
      if (!numeric) return down ? compare(other, one) : compare(one, other);
      const [a, b] = [amount(one.cells[column]), amount(other.cells[column])];
      if (a === null || b === null) return (a === null) - (b === null);
      return down ? b - a : a - b;
    });
    for (const other of head.parentElement.cells) {
      other.removeAttribute("aria-sort");
      other.querySelector("button [aria-hidden]").textContent = other === head ? (down ? "▼" : "▲") : "↕";
    }
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...rows);
  }

  // --- every map as large as the others ---

  function show() {
    const half = 0.5 / zoom.scale;
    zoom.x = Math.min(Math.max(zoom.x, half), 1 - half);
    zoom.y = Math.min(Math.max(zoom.y, half), 1 - half);
    for (const map of maps()) {
      const [, , width, height] = map.dataset.heel.split(" ").map(Number);
      const box = [(zoom.x - half) * width, (zoom.y - half) * height, 2 * half * width, 2 * half * height];
      map.setAttribute("viewBox", box.map((size) => size.toFixed(2)).join(" "));
    }
    page.classList.toggle("samen-groter", zoom.scale > 1);
    page.style.setProperty("--samen-pixel", 1 / zoom.scale); // names and lines do not grow
    for (const button of page.querySelectorAll("[data-samen-doe]")) {
      const done = button.dataset.samenDoe === "in" ? zoom.scale >= MOST : zoom.scale <= 1;
      if (done && button === document.activeElement) page.querySelector('[data-samen-doe="in"]').focus();
      button.disabled = done;
    }
  }

  function enlarge(factor) {
    if (towards && zoom.scale === 1) Object.assign(zoom, middle(towards)); // who was clicked, or had the focus
    zoom.scale = factor ? Math.min(Math.max(zoom.scale * factor, 1), MOST) : 1;
    show();
  }

  function middle(nis) {
    for (const map of maps()) {
      const shape = map.querySelector(`[data-nis="${nis}"], use[href="#v${nis}"]`);
      if (!shape) continue;
      const one = shape.getBoundingClientRect(), all = map.getBoundingClientRect();
      return { x: (one.x + one.width / 2 - all.x) / all.width, y: (one.y + one.height / 2 - all.y) / all.height };
    }
    return {};
  }

  document.addEventListener("pointerdown", function (event) {
    const map = page && zoom.scale > 1 && event.target.closest("[data-samen-doek] > svg.kaart");
    if (map && !event.button) drag = { map, x: event.clientX, y: event.clientY };
  });
  document.addEventListener("pointermove", function (event) {
    if (!drag) return;
    const { width, height } = drag.map.getBoundingClientRect();
    zoom.x -= (event.clientX - drag.x) / width / zoom.scale;
    zoom.y -= (event.clientY - drag.y) / height / zoom.scale;
    Object.assign(drag, { x: event.clientX, y: event.clientY });
    show();
  });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => (drag = null));

  const root = document.getElementById("react-entry-point");
  if (root) new MutationObserver(begin).observe(root, { subtree: true, childList: true });
  begin();
})();
