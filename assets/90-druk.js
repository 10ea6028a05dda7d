/* Paper cannot be unfolded: what is folded opens for as long as it prints. Without scripts, 90-druk.css tries. */
(function () {
  let opened = [];

  window.addEventListener("beforeprint", function () {
    opened = [...document.querySelectorAll("details:is(.meer, .op-papier):not([open])")];
    for (const fold of opened) fold.open = true;
  });

  window.addEventListener("afterprint", function () {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
})();
