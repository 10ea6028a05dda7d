/* A question to the server that fails leaves no trace in Dash: say so, in the frame (templates/kader.html). */
(function () {
  const ask = window.fetch;
  let leaving = false;
  window.addEventListener("pagehide", () => (leaving = true));

  function tell(failed) {
    document.getElementById("melding-verbinding").hidden = !failed || leaving;
    if (failed) window.dispatchEvent(new Event("regiekompas-mislukt"));
  }

  window.fetch = async function (address, options) {
    try {
      const answer = await ask(address, options);
      // What the page asks by itself is never refused, but where it is of an older version than the server.
      tell(answer.status >= (String(address).includes("/_dash-update-component") ? 400 : 500));
      return answer;
    } catch (error) {
      tell(error.name !== "AbortError");
      throw error;
    }
  };
})();
