/* The map as a list of municipalities: every shape has a name and a value, arrow keys go to the neighbour on that
   side, letters to a name. What is pointed at, focused or chosen is outlined, in the table too. */
(function () {
  const map = window.regiekompas.kaart;
  const SVG = "http://www.w3.org/2000/svg";
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const SIDEWAYS = 2; // how much worse it is to lie beside the way than further along it
  const TYPING = 800; // ms between two letters of one name
  const ROW = 12; // rows of the map, for who walks from the first to the last
  let outlines = null, typed = "", typedAt = 0, order = [];

  function begin() {
    const { svg, areas } = map, list = svg.querySelector(".kaart-vlakken");
    svg.querySelectorAll(":scope > title, :scope > desc").forEach((part) => part.remove());
    svg.setAttribute("role", "presentation");
    svg.querySelector(".kaart-namen").setAttribute("aria-hidden", "true");
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-multiselectable", "true");
    list.setAttribute("aria-describedby", "kaart-hulp");
    list.setAttribute("aria-label", "Gemeenten op de kaart");
    for (const area of areas) {
      const said = area.path.querySelector("title"), box = area.path.getBBox();
      area.x = box.x + box.width / 2;
      area.y = box.y + box.height / 2;
      if (said) area.path.setAttribute("aria-label", said.textContent);
      if (said) said.remove();
      if (area.target) area.target.replaceChildren();
      if (area.inside) {
        area.path.setAttribute("role", "option");
        area.path.setAttribute("tabindex", "-1");
      } else area.path.setAttribute("aria-hidden", "true");
    }
    outlines = { lid: group("kaart-leden"), nu: outline("kaart-nu"), wijs: outline("kaart-wijs") };
    const inside = areas.filter((area) => area.inside), high = Math.max(...inside.map((area) => area.y));
    const row = (area) => Math.floor((area.y / high) * ROW);
    order = inside.sort((one, other) => row(one) - row(other) || one.x - other.x);
    mark();
  }

  function group(name) {
    const made = document.createElementNS(SVG, "g");
    made.setAttribute("class", name);
    map.svg.querySelector(".kaart-land").insertBefore(made, map.svg.querySelector(".kaart-doelen"));
    return made;
  }

  function outline(name) {
    const made = document.createElementNS(SVG, "path");
    group(name).append(made);
    return made;
  }

  function around(line, area) {
    line.setAttribute("d", area ? area.path.getAttribute("d") : "");
  }

  function mark() {
    const chosen = map.bySlug.get(map.chosen.gemeente), set = new Set(map.members());
    around(outlines.nu, chosen);
    outlines.lid.replaceChildren(...[...set].filter((slug) => map.bySlug.has(slug)).map(function (slug) {
      const line = document.createElementNS(SVG, "path");
      around(line, map.bySlug.get(slug));
      return line;
    }));
    for (const area of order) area.path.setAttribute("aria-selected", String(set.has(area.slug)));
    for (const area of map.areas) {
      area.row.classList.toggle("rij-nu", area === chosen);
      area.row.classList.toggle("rij-lid", set.has(area.slug));
    }
    reach(chosen && chosen.inside ? chosen : current() || order[0]);
  }

  function current() {
    return order.find((area) => area.path.getAttribute("tabindex") === "0");
  }

  function reach(area) {
    for (const other of order) other.path.setAttribute("tabindex", other === area ? "0" : "-1");
  }

  function go(area) {
    if (!area) return;
    reach(area);
    area.path.focus({ preventScroll: true });
  }

  function neighbour(from, [right, down]) {
    let best = null, least = Infinity;
    for (const area of order) {
      const dx = area.x - from.x, dy = area.y - from.y;
      const along = dx * right + dy * down, beside = Math.abs(dx * down) + Math.abs(dy * right);
      const far = along + SIDEWAYS * beside;
      if (along > 0 && beside <= 2 * along && far < least) [best, least] = [area, far];
    }
    return best;
  }

  function named(letter) {
    const now = performance.now();
    typed = now - typedAt < TYPING ? typed + letter : letter;
    typedAt = now;
    return order.filter((area) => area.name.toLowerCase().startsWith(typed.toLowerCase()))
      .sort((one, other) => one.name.localeCompare(other.name, "nl"))[0];
  }

  document.addEventListener("keydown", function (event) {
    const area = map.page && map.byNis.get(event.target.dataset && event.target.dataset.nis);
    if (event.key === "Escape" && map.chosen.gemeente && event.target.closest(".kaartpagina")) return close(event);
    if (!area || event.target !== area.path || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (WAYS[key]) go(neighbour(area, WAYS[key]));
    else if (key === "Home") go(order[0]);
    else if (key === "End") go(order[order.length - 1]);
    else if (key === "Enter") open(area.slug);
    else if (key === " ") map.toggle([area.slug]);
    else if (key.length === 1) go(named(key));
    else return;
    event.preventDefault();
  });

  function open(slug) {
    map.choose(slug).then(() => map.page.querySelector("#kaartje").focus());
  }

  function close(event) {
    const area = map.bySlug.get(map.chosen.gemeente);
    event.preventDefault();
    map.choose("").then(() => go(area));
  }

  // --- pointing ---

  function pointed(event) {
    const part = event.target.closest && event.target.closest("[data-nis]");
    return map.page && part && map.page.contains(part) ? map.byNis.get(part.dataset.nis) : null;
  }

  function point(area, event) {
    const said = map.page.querySelector("[data-kaart-wijzer]");
    for (const row of map.page.querySelectorAll(".rij-wijs")) row.classList.remove("rij-wijs");
    around(outlines.wijs, area);
    said.hidden = true;
    if (!area) return;
    area.row.classList.add("rij-wijs");
    if (event && event.target.closest("svg")) beside(said, area);
  }

  function beside(said, area) {
    const canvas = map.page.querySelector("[data-kaart-doek]").getBoundingClientRect();
    const shape = area.path.getBoundingClientRect();
    said.textContent = map.label(area);
    said.hidden = false;
    const { offsetWidth: wide, offsetHeight: high } = said;
    const left = shape.left + shape.width / 2 - canvas.left - wide / 2, top = shape.top - canvas.top - high - 8;
    said.style.left = Math.max(0, Math.min(left, canvas.width - wide)) + "px";
    said.style.top = (top < 0 ? shape.bottom - canvas.top + 8 : top) + "px";
  }

  document.addEventListener("pointerover", (event) => map.page && outlines && point(pointed(event), event));
  document.addEventListener("focusin", function (event) {
    const area = pointed(event);
    if (map.page && outlines) point(area, event);
  });

  document.addEventListener("click", function (event) {
    const area = pointed(event);
    if (!area || !area.inside || !event.target.closest("svg") || map.dragged) return;
    reach(area);
    if (event.ctrlKey || event.metaKey) map.toggle([area.slug]);
    else map.choose(area.slug);
  });

  document.addEventListener("kaart-nieuw", begin);
  document.addEventListener("kaart-anders", mark);
})();
