/* Suggestions while you type, in every search box for municipalities: in the frame and on the home page.
   From the page of one municipality to that of another goes without loading the page again (45-adres.js), with
   the same comparator. */
(function () {
  const WAIT = 120;
  const KEPT = ["vergelijk", "zonder", "indicator"];
  let places = new Map(); // name -> path of the page; null where two municipalities have that name
  let timer;

  function fill(input, hits) {
    places = new Map();
    for (const hit of hits) places.set(hit.naam, places.has(hit.naam) ? null : hit.pad);
    input.list.replaceChildren(
      ...hits.map(function (hit) {
        const option = document.createElement("option");
        option.value = hit.naam;
        if (hit.nu !== hit.naam) option.label = "nu deel van " + hit.nu;
        return option;
      })
    );
  }

  document.addEventListener("submit", function (event) {
    const input = event.target.elements.q, path = input && places.get(input.value);
    const go = window.regiekompas && window.regiekompas.ga;
    // The last part of a path names the municipality; what stands before it is the same for all of them.
    const near = path && location.pathname.startsWith(path.slice(0, path.lastIndexOf("/") + 1));
    if (!go || !near) return;
    event.preventDefault();
    const address = new URL(path, location.href), given = new URLSearchParams(location.search);
    for (const key of KEPT) if (given.has(key)) address.searchParams.set(key, given.get(key));
    input.value = "";
    go(address, false);
  });

  document.addEventListener("input", function (event) {
    const input = event.target, form = input.form;
    if (!form || !form.dataset.suggesties || !input.list) return;
    clearTimeout(timer);
    // Choosing from the list goes there at once; typing the same letters does not.
    const typed = event.inputType && event.inputType !== "insertReplacementText";
    if (!typed && [...input.list.options].some((option) => option.value === input.value)) {
      form.requestSubmit();
      return;
    }
    timer = setTimeout(function () {
      const asked = input.value.trim();
      if (!asked) return;
      fetch(form.dataset.suggesties + "?q=" + encodeURIComponent(asked))
        .then((answer) => (answer.ok ? answer.json() : []))
        .then((hits) => fill(input, hits))
        .catch(() => fill(input, [])); // without suggestions, Enter still searches
    }, WAIT);
  });
})();
