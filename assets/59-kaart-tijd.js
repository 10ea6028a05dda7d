/* The periods of a map: a slider, and playing them one after another with the same classes; then only class names
   change. Who asked for rest gets one period per press. And the table beside the map in the order that a reader asks. */
(function () {
  const map = window.regiekompas.kaart;
  const FRAME = 100; // ms per period while playing
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let playing = null, series = null, of = "";

  function parts() {
    const page = map.page, at = (name) => page.querySelector(name);
    return {
      box: at("[data-kaart-tijd]"), slider: at("#kaart-schuif"), when: at("[data-kaart-wanneer]"),
      button: at("[data-kaart-doe=speel]"),
    };
  }

  function show() {
    const { box, slider, when, button } = parts(), { perioden, periode, vorige } = map.data;
    box.hidden = perioden.length < 2 || Boolean(vorige);
    slider.max = perioden.length - 1;
    slider.value = perioden.findIndex(([day]) => day === periode);
    name(slider, when);
    button.textContent = playing ? "Pauze" : calm.matches ? "Volgende" : "Speel";
  }

  function name(slider, when) {
    const text = map.data.perioden[slider.value] ? map.data.perioden[slider.value][1] : "";
    when.textContent = text;
    slider.setAttribute("aria-valuetext", text);
  }

  /* All periods at once, asked for when somebody begins to move. */
  async function all() {
    const { periode, ...rest } = map.chosen, asked = new URLSearchParams();
    for (const [key, value] of Object.entries(rest)) if (value && value !== map.words.gewoon[key]) asked.set(key, value);
    const url = `${map.words.data}?${asked}&perioden=alle&stand=${map.words.stand}`;
    if (of !== url) {
      const data = await map.answer(url);
      series = data && data.reeks;
      of = series ? url : "";
    }
    return series;
  }

  async function step(place) {
    const periods = await all(), { slider, when } = parts();
    if (!periods || !periods[place]) return false;
    slider.value = place;
    name(slider, when);
    map.paint(periods[place]);
    if (!map.data.klassen.length) grow(periods[place]);
    return true;
  }

  /* Discs of a count become as large as another period says, on the scale that the server drew them with: `map.data`
     is still of that period. */
  function grow({ waarde }) {
    for (const disc of map.svg.querySelectorAll(".kaart-stippen circle")) {
      const { index } = map.byNis.get(disc.dataset.nis);
      disc.dataset.r = disc.dataset.r || disc.getAttribute("r");
      disc.setAttribute("r", disc.dataset.r * Math.sqrt((waarde[index] || 0) / (map.data.waarde[index] || 1)));
    }
  }

  function stay() {
    const { slider } = parts();
    return map.change({ periode: map.data.perioden[slider.value][0] }, "push");
  }

  async function play() {
    const { slider, button } = parts();
    const last = Number(slider.max), next = Number(slider.value) >= last ? 0 : Number(slider.value) + 1;
    if (calm.matches) return (await step(next)) && stay();
    if (playing || !(await step(next))) return stop();
    button.textContent = "Pauze";
    let place = next, due = performance.now() + FRAME;
    playing = requestAnimationFrame(function frame(now) {
      if (!map.page.isConnected) return (playing = null);
      if (now >= due) {
        due = Math.max(due + FRAME, now);
        place += 1;
        if (place > last) return stop();
        step(place);
      }
      playing = requestAnimationFrame(frame);
    });
  }

  function stop() {
    cancelAnimationFrame(playing);
    playing = null;
    parts().button.textContent = "Speel";
    return stay();
  }

  document.addEventListener("input", (event) => event.target.id === "kaart-schuif" && step(Number(event.target.value)));
  document.addEventListener("change", (event) => event.target.id === "kaart-schuif" && stay());

  // --- the order of the table ---

  function sort(head) {
    const column = Number(head.dataset.kaartSorteer), cell = head.closest("th"), body = head.closest("table").tBodies[0];
    const down = cell.getAttribute("aria-sort") === (column ? "descending" : "ascending") ? !column : Boolean(column);
    for (const other of cell.parentElement.querySelectorAll("th")) {
      other.removeAttribute("aria-sort");
      const sign = other.querySelector("[data-kaart-sorteer] [aria-hidden]");
      if (sign) sign.textContent = other === cell ? (down ? "▼" : "▲") : "↕";
    }
    cell.setAttribute("aria-sort", down ? "descending" : "ascending");
    order(body, column, down);
  }

  /* The size of a change; of a verdict lower before higher. */
  function verdict({ index }) {
    const { vorige, verschil, oordeel } = map.data, place = "lnh".indexOf(oordeel[index]);
    return vorige ? verschil[index] : place < 0 ? null : place;
  }

  function order(body, column, down) {
    const value = column === 3 ? verdict : (area) => map.data.waarde[area.index], way = down ? -1 : 1;
    const rows = [...map.areas].sort(function (one, other) {
      if (!column) return way * (one.index - other.index);
      const [a, b] = [value(one), value(other)];
      if (a === null || b === null) return (a === null) - (b === null);
      return way * (a - b) || one.index - other.index;
    });
    body.append(...rows.map((area) => area.row));
  }

  document.addEventListener("click", function (event) {
    const head = event.target.closest("[data-kaart-sorteer]"), button = event.target.closest("[data-kaart-doe=speel]");
    if (!map.page || !map.data) return;
    if (head) sort(head);
    if (button) play();
  });
  document.addEventListener("kaart-anders", function () {
    show();
    const sorted = map.page.querySelector("th[aria-sort] [data-kaart-sorteer]:not([data-kaart-sorteer='0'])");
    if (!sorted) return;
    const down = sorted.closest("th").getAttribute("aria-sort") === "descending";
    order(sorted.closest("table").tBodies[0], Number(sorted.dataset.kaartSorteer), down);
  });
})();
