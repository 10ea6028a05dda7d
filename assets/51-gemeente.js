/* On the page of a municipality (dashboard/templates/omgeving.html): a sheet of one's own. Which figures stand on
   it, and notes per levensdomein, are kept in this browser only; without room to keep them, the page says so. */
(function () {
  const PREFIX = "regiekompas.blad.";
  let kept = null, place = null, works = true;

  function panel() {
    return document.querySelector("#inhoud:not([data-eerste]) .mijn-blad, main:not([data-eerste]) .mijn-blad");
  }

  function read(slug) {
    const empty = { weg: [], alleen: false, notities: {} };
    try {
      return Object.assign(empty, JSON.parse(window.localStorage.getItem(PREFIX + slug) || "{}"));
    } catch (error) {
      works = false; // storage is blocked, or holds something that is not ours
      return empty;
    }
  }

  function keep() {
    try {
      window.localStorage.setItem(PREFIX + place, JSON.stringify(kept));
      works = true;
    } catch (error) {
      works = false;
    }
    tell();
  }

  function tell(text) {
    panel().querySelector("[data-opslag]").textContent =
      text || (works
        ? "Je keuze en je notities staan alleen in deze browser."
        : "Deze browser bewaart niets. Je keuze en je notities zijn weg als je deze pagina sluit.");
  }

  function show() {
    const sheet = panel();
    if (!sheet || sheet.dataset.klaar) return;
    sheet.dataset.klaar = "ja";
    if (place !== sheet.dataset.blad) {
      place = sheet.dataset.blad;
      kept = read(place);
    }
    const page = sheet.closest("main");
    sheet.hidden = false;
    document.getElementById("alleen-keuze").checked = kept.alleen;
    for (const box of page.querySelectorAll("[data-kies]")) {
      box.closest("label").hidden = false;
      box.checked = !kept.weg.includes(box.dataset.kies);
    }
    for (const note of page.querySelectorAll("[data-notitie]")) {
      note.parentElement.hidden = false;
      note.value = kept.notities[note.id] || "";
    }
    choose(page);
    if (!works) tell();
  }

  function choose(page) {
    page.classList.toggle("alleen-mijn-keuze", kept.alleen);
    for (const row of page.querySelectorAll("[data-cijfer]")) {
      row.classList.toggle("niet-op-blad", kept.weg.includes(row.dataset.cijfer));
    }
  }

  const DO = {
    druk: () => window.print(),
    bewaar: function () {
      const page = panel().closest("main");
      const notes = [...page.querySelectorAll("[data-notitie]")].filter((note) => note.value.trim());
      const text = [page.querySelector("h1").textContent]
        .concat(notes.map((note) => note.dataset.notitie + "\n" + note.value.trim()))
        .join("\n\n");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text + "\n"], { type: "text/plain;charset=utf-8" }));
      link.download = "notities-" + place + ".txt";
      link.click();
      URL.revokeObjectURL(link.href);
    },
    wis: function () {
      kept = { weg: [], alleen: false, notities: {} };
      try {
        window.localStorage.removeItem(PREFIX + place);
      } catch (error) {
        works = false;
      }
      delete panel().dataset.klaar;
      show();
      tell("Je keuze en je notities zijn gewist.");
    },
  };

  document.addEventListener("change", function (event) {
    const input = event.target;
    if (!kept || !(input.id === "alleen-keuze" || input.dataset.kies)) return;
    if (input.id === "alleen-keuze") kept.alleen = input.checked;
    else if (input.checked) kept.weg = kept.weg.filter((name) => name !== input.dataset.kies);
    else kept.weg.push(input.dataset.kies);
    choose(input.closest("main"));
    keep();
  });

  document.addEventListener("input", function (event) {
    if (!kept || !event.target.dataset.notitie) return;
    kept.notities[event.target.id] = event.target.value;
    keep();
  });

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-doe]");
    if (button && kept) DO[button.dataset.doe]();
    // A sentence leads to its figure, also inside a fold.
    const link = event.target.closest('a[href^="#c-"]');
    const row = link && document.getElementById(link.hash.slice(1));
    const fold = row && row.closest("details:not([open])");
    if (fold) fold.open = true;
  });

  const root = document.getElementById("react-entry-point");
  if (root) new MutationObserver(show).observe(root, { subtree: true, childList: true });
})();
