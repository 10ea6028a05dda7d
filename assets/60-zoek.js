/* Suggestions while you type, in every search box for municipalities: in the frame and on the home page. */
(function () {
  const WAIT = 120;
  let timer;

  function fill(input, hits) {
    input.list.replaceChildren(
      ...hits.map(function (hit) {
        const option = document.createElement("option");
        option.value = hit.naam;
        if (hit.nu !== hit.naam) option.label = "nu deel van " + hit.nu;
        return option;
      })
    );
  }

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
