/* A set of one's own: by ctrl-click, with the space bar, with a line around it (assets/59-kaart-zoom.js), or from a list of
   names. It is what the map compares with, and stands in the address: pages of municipalities get it too. */
(function () {
  const map = window.regiekompas.kaart;
  const EMPTY = "Klik met de Ctrl-toets op gemeenten, druk op spatie, of kies ‘Selecteer een gebied’ en teken eromheen.";

  function set(slugs) {
    const { eigen, standaard, hoogstens } = map.words, chosen = [...new Set(slugs)].sort();
    if (chosen.length > hoogstens) {
      map.tell(`Je koos ${chosen.length} gemeenten. Er passen er hoogstens ${hoogstens} in een groep.`);
      return say(`Je koos ${chosen.length} gemeenten. Er passen er hoogstens ${hoogstens} in een groep. Kies er minder.`);
    }
    return map.change({ vergelijk: chosen.length ? eigen + chosen.join("+") : standaard });
  }

  /* Those that are in it leave, the others join. */
  map.toggle = function (slugs) {
    const now = new Set(map.members());
    for (const slug of slugs) if (!now.delete(slug)) now.add(slug);
    return set(now);
  };

  map.join = (slugs) => set([...map.members(), ...slugs]);

  function say(text) {
    map.page.querySelector("[data-kaart-groep]").textContent = text;
  }

  function show() {
    const names = map.members().map((slug) => map.bySlug.get(slug)).filter(Boolean).map((area) => area.name);
    map.page.querySelector("[data-kaart-doe=wis]").hidden = !names.length;
    map.page.querySelector("[data-kaart-doe=toon]").hidden = !names.length || map.chosen.gebied === map.chosen.vergelijk;
    if (!names.length) return say(EMPTY);
    const list = new Intl.ListFormat("nl").format(names);
    const count = names.length === 1 ? "1 gemeente" : names.length + " gemeenten";
    say(`${count}: ${list}. Je vergelijkt er nu mee, ook op de pagina van een gemeente.`);
  }

  function plain(text) {
    return text.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  }

  /* The municipality with this name, code or slug. */
  map.named = function (name) {
    const wanted = plain(name);
    return map.areas.find((area) => [plain(area.name), area.nis, plain(area.slug)].includes(wanted));
  };

  function paste() {
    const given = map.page.querySelector("#groep-namen").value.split(/[\n,;\t]+/).filter((name) => name.trim());
    const known = given.map(map.named).filter(Boolean).map((area) => area.slug);
    const strange = given.filter((name) => !map.named(name)).map((name) => "“" + name.trim() + "”");
    map.page.querySelector("[data-kaart-plak]").textContent = strange.length
      ? `Deze namen kennen we niet: ${strange.join(", ")}.` : given.length ? "" : "Plak eerst een lijst van namen.";
    if (known.length) set(known);
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-kaart-doe]");
    if (!button || !map.page) return;
    if (button.dataset.kaartDoe === "wis") set([]);
    if (button.dataset.kaartDoe === "toon") map.change({ gebied: map.chosen.vergelijk });
    if (button.dataset.kaartDoe === "plak") paste();
  });
  document.addEventListener("kaart-nieuw", show);
  document.addEventListener("kaart-anders", show);
})();
