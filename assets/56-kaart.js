/* The map (dashboard/pages/kaart.py): a choice colours the shapes again with /kaart.json, and stands in the address.

   What changes the drawing itself (area, tiles, discs) asks the server for the page, through assets/45-adres.js. The
   other files assets/5?-kaart-*.js work with what stands in `regiekompas.kaart`, and hear of a page that is drawn by
   the event `kaart-nieuw`, and of other figures by `kaart-anders`. */
(function () {
  const home = (window.regiekompas = window.regiekompas || {});
  const map = home.kaart = {
    page: null, svg: null, words: null, areas: [], byNis: new Map(), bySlug: new Map(), chosen: {}, data: null,
    change, choose, address, paint, tell, members, answer,
  };
  const known = new Map(); // address of data -> answer
  const PLACE = "HIER"; // where the name of a municipality comes in an address
  const SLOW = 400; // ms
  const NO_ANSWER = "De server antwoordt niet. Probeer het opnieuw.";
  let asked = 0, seen = {}; // what was chosen for the map as it is drawn
  let drawing = false; // the server is asked for another page: what is chosen meanwhile is asked with it

  // --- the page as it is drawn ---

  function found() {
    return document.querySelector("#inhoud:not([data-eerste]) .kaartpagina") || document.querySelector(".kaartpagina");
  }

  function begin() {
    const page = found();
    if (page === map.page) return;
    map.page = page;
    if (!page) return;
    map.svg = page.querySelector("[data-kaart-doek] svg");
    map.words = JSON.parse(page.dataset.kaart);
    map.chosen = seen = map.words.gekozen;
    const drawn = page.closest("[data-adres]");
    drawing = Boolean(drawn) && drawn.dataset.adres !== location.pathname + location.search; // an earlier answer
    map.data = null;
    map.areas = [];
    map.byNis.clear();
    map.bySlug.clear();
    const rows = new Map([...page.querySelectorAll("tr[data-nis]")].map((row) => [row.dataset.nis, row]));
    for (const path of map.svg.querySelectorAll(".kaart-vlakken path")) {
      const nis = path.dataset.nis, row = rows.get(nis);
      const area = {
        nis, path, row, slug: row.dataset.slug, link: row.querySelector("a"), inside: !row.hidden,
        name: row.querySelector("a").textContent,
        target: map.svg.querySelector(`.kaart-doelen [data-nis="${nis}"]`), index: map.areas.length,
      };
      map.areas.push(area);
      map.byNis.set(nis, area);
      map.bySlug.set(area.slug, area);
    }
    page.dispatchEvent(new CustomEvent("kaart-nieuw", { bubbles: true }));
    load(map.chosen, "none");
  }

  // --- what is chosen, and the address that says it ---

  function read(search) {
    const given = new URLSearchParams(search), all = { ...map.words.gewoon };
    for (const name of Object.keys(all)) if (given.get(name)) all[name] = given.get(name).replaceAll(" ", "+");
    return all;
  }

  function query(chosen) {
    const given = Object.entries(chosen).filter(([name, value]) => value && value !== map.words.gewoon[name]);
    return new URLSearchParams(given).toString().replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%2B/g, "+");
  }

  function address(changes) {
    const search = query({ ...map.chosen, ...changes });
    return location.pathname + (search ? "?" + search : "");
  }

  function change(changes, how = "push") {
    const next = { ...map.chosen, ...changes };
    if (changes.indicator && changes.indicator !== map.chosen.indicator) next.periode = next.van = "";
    if (query(next) === query(map.chosen)) return Promise.resolve();
    return anew(next) ? draw(next, how === "replace") : load(next, how);
  }

  function anew(next) {
    return drawing || map.words.tekenOpnieuw.some((name) => next[name] !== map.chosen[name]);
  }

  function draw(next, inPlace) {
    asked += 1; // what is still on its way comes too late
    map.chosen = next;
    drawing = true;
    return Promise.resolve(home.ga(address({}), inPlace));
  }

  function choose(slug) {
    return change({ gemeente: slug || "" });
  }

  function members() {
    const { vergelijk } = map.chosen, { eigen } = map.words;
    return vergelijk.startsWith(eigen) ? vergelijk.slice(eigen.length).split("+") : [];
  }

  // --- other figures ---

  async function load(next, how) {
    const number = ++asked;
    map.chosen = next;
    const relative = map.words.bijEenGemeente.includes(next.vergelijk);
    const search = query({ ...next, gemeente: relative ? next.gemeente : "" });
    const data = await patiently(answer(`${map.words.data}?${search ? search + "&" : ""}stand=${map.words.stand}`), how);
    if (number !== asked || !map.page.isConnected) return;
    if (!data || data.fout) {
      map.chosen = seen;
      fill();
      return warn(data ? data.fout : NO_ANSWER);
    }
    warn("");
    const counts = !data.klassen.length || discs(); // the server draws their discs
    if (how === "back" && counts && data !== map.data) return location.reload();
    if (how !== "none" && counts && data !== map.data) return draw(next, how === "replace");
    if (how === "push") history.pushState({}, "", address({}));
    if (how === "replace") history.replaceState(history.state, "", address({}));
    map.data = data;
    seen = next;
    show(how === "none");
    if (how !== "none") await card();
  }

  /* Wait for an answer, and say so when that takes long; not for the first, of which everything is there already. */
  async function patiently(answering, how) {
    const sign = document.getElementById("adres-bezig");
    const slow = how !== "none" && setTimeout(() => (sign.hidden = false), SLOW);
    const got = await answering;
    clearTimeout(slow);
    if (slow) sign.hidden = true;
    return got;
  }

  async function answer(url) {
    if (known.has(url)) return known.get(url);
    try {
      const got = await fetch(url), data = await got.json();
      if (got.ok) known.set(url, data);
      return data;
    } catch (error) {
      return null; // no connection; the sentence for the reader stands in load()
    }
  }
  function discs() {
    return map.chosen.stippen === "" && Boolean(map.svg.querySelector(".kaart-stippen circle"));
  }

  function warn(sentence) {
    const place = map.page.querySelector("[data-kaart-fout]");
    place.hidden = !sentence;
    place.textContent = sentence;
  }

  function tell(sentence) {
    map.page.querySelector("[data-kaart-gemeld]").textContent = sentence;
  }

  // --- drawing: only class names and words ---

  function show(quiet) {
    const { data, page, svg } = map;
    svg.setAttribute("class", svg.getAttribute("class").replace(/palet-\S+/, data.palet));
    paint(data);
    const card = address({ gemeente: PLACE });
    for (const area of map.areas) describe(area, card);
    for (const place of page.querySelectorAll("[data-kaart-kop]")) place.textContent = data.kop;
    page.querySelector("[data-kaart-bevinding]").textContent = data.bevinding;
    page.querySelector("[data-kaart-legende]").innerHTML = data.legende;
    page.querySelector("[data-kaart-bronnen]").innerHTML = data.bronnen;
    for (const place of page.querySelectorAll("[data-kaart-tegenover]")) place.textContent = data.tegenover.kop;
    const table = page.querySelector("[data-kaart-tabel]");
    table.classList.toggle("zonder-onzeker", Boolean(data.vorige) || !data.laag.some((low) => low !== null));
    table.classList.toggle("zonder-oordeel", data.vorige ? !data.verschil.some((one) => one !== null) : !/[lnh]/.test(data.oordeel));
    const notes = data.noten.map((note) => Object.assign(document.createElement("li"), { textContent: note }));
    page.querySelector("[data-kaart-noten]").replaceChildren(...notes);
    fill();
    links();
    if (!quiet) {
      for (const told of page.querySelectorAll(".alert[role=status]")) told.remove(); // about the address before
      tell(data.kop);
    }
    page.dispatchEvent(new CustomEvent("kaart-anders", { bubbles: true }));
  }

  function paint(period) {
    for (const area of map.areas) {
      const name = colour(period, area.index);
      if (area.path.getAttribute("class") !== name) area.path.setAttribute("class", name);
    }
  }

  function colour({ klas, onzeker }, index) {
    const letter = klas[index], { klassen } = map.data;
    if (letter === "-") return "buiten";
    if (letter === "u" && !klassen.length) return "grond";
    if (letter in map.words.redenen) return "zonder-" + map.words.redenen[letter];
    return "k" + klassen[letter].kleur + (onzeker[index] === "1" ? " onzeker" : "");
  }

  function describe(area, card) {
    const parts = map.said(area), [, figure, range, verdict] = area.row.cells;
    area.path.setAttribute("aria-label", map.label(area, parts));
    put(figure, parts.value);
    put(range, parts.between.replace("tussen ", "").replace(" en ", "–"));
    put(verdict, map.data.vorige ? parts.change : parts.verdict.replace(/ (dan|van) .*/, ""));
    area.link.setAttribute("href", card.replace(PLACE, area.slug));
  }

  function put(cell, text) {
    if (cell.textContent !== text) cell.textContent = text;
  }

  // --- the form, the links and the card beside the map ---

  function fill() {
    const form = map.page.querySelector("#kaartkeuze");
    if (map.data) {
      for (const name of ["periode", "van"]) {
        const last = name === "periode" ? map.data.periode : map.data.vorige;
        const choices = map.data.perioden.map(([day, text]) => new Option(text, day, false, day === last)).reverse();
        form.elements[name].replaceChildren(...choices);
      }
    }
    for (const control of form.elements) {
      const value = map.chosen[control.name];
      if (control.type === "hidden" || control.type === "checkbox" || value === undefined) continue;
      if (control.name === "vergelijk" && ![...control.options].some((option) => option.value === value)) own(control);
      if (value || !["periode", "van"].includes(control.name)) control.value = value;
    }
    form.querySelectorAll("[type=hidden]").forEach((kept) => (kept.value = map.chosen[kept.name]));
  }

  function own(control) {
    const { vergelijk } = map.chosen, { eigen } = map.words;
    for (const option of [...control.options]) if (option.value.startsWith(eigen)) option.remove();
    control.add(new Option("Je eigen groep", vergelijk), 1);
  }

  function links() {
    const here = address({}), search = here.includes("?") ? here.slice(here.indexOf("?")) : "";
    for (const link of map.page.querySelectorAll(".downloads a")) {
      link.href = link.matches("[data-kopieer]") ? here : link.getAttribute("href").split("?")[0] + search;
    }
    const { gemeente, vergelijk, zonder } = map.chosen, about = query({ gemeente, vergelijk, zonder });
    map.page.querySelector("[data-kaart-indicator]").href = map.words.indicatorblad + map.data.indicator + (about && "?" + about);
    const form = map.page.querySelector("#kaartkeuze");
    document.title = `Kaart: ${form.elements.indicator.selectedOptions[0].textContent} · Regiekompas`;
  }

  async function card() {
    const place = map.page.querySelector("#kaartje"), { gemeente } = map.chosen;
    map.page.querySelector(".kaart-zoek").hidden = Boolean(gemeente);
    if (!gemeente) {
      place.hidden = true;
      place.replaceChildren();
      return;
    }
    const number = asked, text = await patiently(words(`${map.words.kaartje}?${query(map.chosen)}&stand=${map.words.stand}`));
    if (number !== asked) return;
    if (!text) {
      await change({ gemeente: "" }, "replace"); // not the card of another municipality
      return warn(NO_ANSWER);
    }
    place.innerHTML = text;
    place.hidden = false;
  }

  async function words(url) {
    try {
      const got = await fetch(url);
      return got.ok ? await got.text() : "";
    } catch (error) {
      return ""; // no connection; the sentence for the reader stands in card()
    }
  }

  // --- the reader ---

  document.addEventListener("change", function (event) {
    const control = event.target;
    if (!map.page || !control.form || control.form.id !== "kaartkeuze" || !control.name) return;
    const ticked = [...control.form.querySelectorAll(`[name=${control.name}]:checked`)].map((box) => box.value);
    change({ [control.name]: control.type === "checkbox" ? ticked.join(",") : control.value });
  });

  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (form.id === "kaartkeuze") event.preventDefault();
    if (!form.matches(".kaart-zoek")) return;
    event.preventDefault();
    const named = map.named(form.elements.gemeente.value);
    if (!named) return warn(`We kennen geen gemeente met de naam “${form.elements.gemeente.value}”. Kijk de naam na.`);
    form.reset();
    choose(named.slug).then(() => map.page.querySelector("#kaartje").focus());
  });

  document.addEventListener("click", function (event) {
    const link = event.target.closest("[data-kaart-naar], [data-kaart-sluit]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const inCard = Boolean(link.closest("#kaartje"));
    choose(link.dataset.kaartNaar).then(() => inCard && map.page.querySelector("#kaartje").focus());
  });

  // Capturing, so before Dash and assets/45-adres.js: what needs no new drawing, they need not know of.
  window.addEventListener("popstate", function (event) {
    if (!map.page || !map.page.isConnected || found() !== map.page || !location.pathname.endsWith("/kaart")) return;
    const next = read(location.search);
    if (anew(next)) {
      asked += 1;
      map.chosen = next;
      drawing = true;
      return;
    }
    event.stopImmediatePropagation();
    load(next, "back");
  }, true);

  window.addEventListener("regiekompas-mislukt", function () { // assets/40-verbinding.js
    map.chosen = seen;
    drawing = false;
  });

  // Once the files after this one listen too.
  document.addEventListener("DOMContentLoaded", function () {
    new MutationObserver(begin).observe(document.body, { subtree: true, childList: true });
    begin();
  });
})();
