/* Larger and smaller, by button, with ctrl and the wheel, or with two fingers; dragging moves what is larger than its
   frame. Small areas keep a target of 24 pixels and names their size. And a line drawn around areas: the lasso. */
(function () {
  const map = window.regiekompas.kaart;
  const LARGEST = 8, STEP = 1.6, FINGER = 12, DRAG = 4; // times, times, half the target in px, px
  let frame, view, lasso = null, drawing = false, start = null;
  const fingers = new Map();

  function begin() {
    const { width, height } = map.svg.viewBox.baseVal;
    frame = { x: 0, y: 0, width, height };
    drawing = false;
    fingers.clear();
    see(frame);
  }

  function see(wanted) {
    const width = Math.min(Math.max(wanted.width, frame.width / LARGEST), frame.width);
    const height = (width * frame.height) / frame.width;
    view = {
      x: Math.min(Math.max(wanted.x, 0), frame.width - width), y: Math.min(Math.max(wanted.y, 0), frame.height - height),
      width, height,
    };
    map.svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    const larger = width < frame.width - 0.5;
    map.svg.classList.toggle("kaart-groter", larger);
    button("uit").disabled = button("heel").disabled = !larger;
    button("in").disabled = width <= frame.width / LARGEST + 0.5;
    sizes();
  }

  /* What keeps its size on the screen, however large the map is. */
  function sizes() {
    const pixel = view.width / (map.svg.clientWidth || frame.width), land = map.svg.querySelector(".kaart-land");
    const scale = land.transform.baseVal[0].matrix.a;
    for (const target of map.svg.querySelectorAll(".kaart-doelen circle")) target.setAttribute("r", (FINGER * pixel) / scale);
    map.svg.style.setProperty("--kaart-pixel", pixel);
    const taken = [];
    for (const name of map.svg.querySelectorAll(".kaart-naam")) {
      name.removeAttribute("visibility");
      const box = name.getBBox();
      const free = taken.every((other) => box.x + box.width < other.x || other.x + other.width < box.x ||
        box.y + box.height < other.y || other.y + other.height < box.y);
      const fits = box.x >= view.x && box.x + box.width <= view.x + view.width;
      if (free && fits) taken.push(box);
      else name.setAttribute("visibility", "hidden");
    }
  }

  function button(name) {
    return map.page.querySelector(`[data-kaart-doe=${name}]`);
  }

  function zoom(times, at = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) {
    const width = view.width / times, height = view.height / times;
    see({ x: at.x - ((at.x - view.x) * width) / view.width, y: at.y - ((at.y - view.y) * height) / view.height, width, height });
  }

  function place(event) {
    const box = map.svg.getBoundingClientRect();
    return {
      x: view.x + ((event.clientX - box.left) / box.width) * view.width,
      y: view.y + ((event.clientY - box.top) / box.height) * view.height,
    };
  }

  // --- the lasso ---

  function arm(on) {
    drawing = on;
    button("lasso").setAttribute("aria-pressed", String(on));
    map.svg.classList.toggle("kaart-tekenen", on);
    if (on) map.tell("Teken met de muis of je vinger een lijn rond de gemeenten die je wil kiezen.");
  }

  function within(points, { x, y }) {
    let inside = false;
    points.forEach(function (one, number) {
      const other = points[(number || points.length) - 1];
      if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) inside = !inside;
    });
    return inside;
  }

  function draw() {
    lasso.line.setAttribute("points", lasso.points.map(({ x, y }) => x + "," + y).join(" "));
  }

  function take() {
    const { matrix } = map.svg.querySelector(".kaart-land").transform.baseVal[0], { points, line } = lasso;
    line.remove();
    lasso = null;
    arm(false);
    const middle = (area) => ({ x: area.x * matrix.a + matrix.e, y: area.y * matrix.d + matrix.f });
    const caught = map.areas.filter((area) => area.inside && within(points, middle(area)));
    if (caught.length) map.join(caught.map((area) => area.slug));
    else map.tell("Er ligt geen gemeente binnen je lijn. Teken er een grotere.");
  }

  // --- fingers and mouse ---

  document.addEventListener("pointerdown", function (event) {
    if (!map.page || !event.target.closest("[data-kaart-doek] svg") || event.button) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    map.dragged = false;
    start = { x: event.clientX, y: event.clientY, view };
    if (!drawing) return;
    const line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
    line.setAttribute("class", "kaart-lasso");
    map.svg.append(line);
    lasso = { line, points: [place(event)] };
    event.preventDefault();
  });

  document.addEventListener("pointermove", function (event) {
    if (!fingers.has(event.pointerId)) return;
    const before = [...fingers.values()];
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (lasso) {
      lasso.points.push(place(event));
      return draw();
    }
    const now = [...fingers.values()];
    if (now.length === 2) return pinch(before, now);
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < DRAG) return;
    const larger = start.view.width < frame.width - 0.5, pixel = view.width / map.svg.clientWidth;
    if (!larger) return;
    map.dragged = true;
    const x = start.view.x - (event.clientX - start.x) * pixel, y = start.view.y - (event.clientY - start.y) * pixel;
    see({ ...start.view, x, y });
  });

  function pinch(before, now) {
    const apart = ([one, other]) => Math.hypot(one.x - other.x, one.y - other.y);
    const [one, other] = now, middle = { clientX: (one.x + other.x) / 2, clientY: (one.y + other.y) / 2 };
    map.dragged = true;
    zoom(apart(now) / (apart(before) || 1), place(middle));
  }

  function lift(event) {
    fingers.delete(event.pointerId);
    for (const left of fingers.values()) start = { ...left, view }; // it goes on from where two fingers brought the map
    if (lasso) {
      map.dragged = true; // the click that follows chooses nothing
      take();
    }
  }
  document.addEventListener("pointerup", lift);
  document.addEventListener("pointercancel", lift);

  document.addEventListener("wheel", function (event) {
    if (!event.ctrlKey || !map.page || !event.target.closest("[data-kaart-doek] svg")) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? STEP : 1 / STEP, place(event));
  }, { passive: false });

  const DO = {
    in: () => zoom(STEP), uit: () => zoom(1 / STEP), heel: () => see(frame), lasso: () => arm(!drawing),
  };
  document.addEventListener("click", function (event) {
    const pressed = event.target.closest("[data-kaart-doe]");
    if (map.page && pressed && DO[pressed.dataset.kaartDoe]) DO[pressed.dataset.kaartDoe]();
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && drawing && arm(false));
  window.addEventListener("resize", () => map.page && map.page.isConnected && view && sizes());
  document.addEventListener("kaart-nieuw", begin);
})();
