/* Keep the chosen indicator in the address, without a step in the browser's history. */
window.dash_clientside = Object.assign({}, window.dash_clientside, {
  gemeente: {
    onthoudIndicator: function (indicator) {
      const address = new URL(window.location.href);
      address.searchParams.set("indicator", indicator);
      window.history.replaceState(window.history.state, "", address);
    },
  },
});
