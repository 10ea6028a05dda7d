/* The address is the state of a page. Two things happen here.

   1. The server's first answer holds the whole page (templates/pagina.html). When Dash has drawn the same page, it
      takes that place within one frame, with the focus, the folds, the scroll and what was typed.
   2. `a[data-hier]` and `form[data-hier]` change the address without loading the page again: dcc.Location sees it,
      and the server draws the page anew. Without this script they are ordinary links and GET forms.

   A control in a [data-hier] form, and a fold that must stay open, has an id. An element with data-meld in the new
   page is read aloud. A field with data-leeg is empty again once it did its work. */
(function () {
  const root = document.getElementById("react-entry-point");
  if (!root) return;
  const REACHABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
  const TYPED = "input:not([type=radio], [type=checkbox], [type=range]), textarea";
  const SLOW = 400, PAUSE = 250, ONE_CHOICE = 1000, ONE_WORD = 5000; // ms
  const live = document.getElementById("adres-gemeld"), sign = document.getElementById("adres-bezig");
  const home = document.querySelector(".merk").pathname; // ends in /
  const folds = new Map(); // id -> open or not, as the reader left it
  let first = document.querySelector("main[data-eerste]");
  let focused = null, shown = here(), waiting = null, slow, pause, last = {};

  function here() {
    return location.pathname + location.search;
  }

  function fromTop() {
    const { activeElement: control, body } = document;
    return control.id && control !== body ? control.getBoundingClientRect().top + window.scrollY : null;
  }

  function visible(element) {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < window.innerHeight;
  }

  function kind(address) {
    return address.slice(home.length).split(/[/?]/)[0]; // gemeente, indicator, …
  }

  // --- from the server's page to the drawn one, and from one drawing to the next ---

  function copyTyped(from, to) {
    if (!from.matches(TYPED) || !to.matches(TYPED) || from.value === to.value) return;
    // React only takes notice of a value that did not come through its own setter.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(to), "value").set.call(to, from.value);
    to.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function focusOn(control, before) {
    control.focus({ preventScroll: true });
    if (before.matches(TYPED) && before.selectionStart !== null) {
      control.setSelectionRange(before.selectionStart, before.selectionEnd);
    }
  }

  function takeOver(page) {
    const top = window.scrollY, active = document.activeElement;
    const { adres = shown } = page.firstElementChild.dataset, chosen = adres !== shown; // before anything was drawn
    const pairs = (selector) => {
      const drawn = page.querySelectorAll(selector);
      const other = (old, place) => (old.id ? page.querySelector("#" + CSS.escape(old.id)) : chosen ? null : drawn[place]);
      return [...first.querySelectorAll(selector)].map((old, place) => [old, other(old, place)]).filter((pair) => pair[1]);
    };
    const controls = pairs(REACHABLE), details = pairs("details"), scrolled = pairs("[tabindex]");
    root.hidden = false;
    for (const [old, drawn] of details) drawn.open = old.open;
    for (const [old, drawn] of scrolled) drawn.scrollLeft = old.scrollLeft;
    for (const [old, drawn] of controls) {
      copyTyped(old, drawn);
      if (old === active) focusOn(drawn, old);
    }
    if (first === active) page.focus({ preventScroll: true });
    first.remove();
    first = null;
    window.scrollTo(0, top);
  }

  function keepFocus(page) {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    const same = focused.id
      ? document.getElementById(focused.id)
      : [...page.querySelectorAll(REACHABLE)].find(
          (other) => other.tagName === focused.tagName && other.textContent === focused.textContent
        );
    if (!same) return waiting && page.focus({ preventScroll: true });
    const typed = focused.matches(TYPED) && same.matches(TYPED) && !(waiting && waiting.back) && !("leeg" in same.dataset);
    if (typed) same.value = focused.value;
    focusOn(same, focused);
  }

  function keepFolds(page) {
    for (const fold of page.querySelectorAll("details[id]")) {
      if (folds.has(fold.id)) fold.open = folds.get(fold.id);
    }
  }

  function drawn() {
    const page = root.querySelector("main");
    if (!page || !page.firstElementChild) return;
    if (first) takeOver(page);
    keepFolds(page);
    keepFocus(page);
    const { adres, titel } = page.firstElementChild.dataset;
    if (adres !== undefined && adres !== here()) return; // the answer to an earlier choice
    if (adres !== undefined) {
      shown = adres;
      document.title = titel + " · Regiekompas";
    }
    if (waiting) arrived(page);
  }

  function arrived(page) {
    const { top, back, elsewhere, place, from } = waiting;
    stopWaiting();
    const said = page.querySelector("[data-meld]");
    const moved = from !== location.pathname || !said ? [document.title] : [];
    live.textContent = [...moved, ...(said ? [said.textContent.trim()] : [])].join(". ");
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (elsewhere && !target) page.focus({ preventScroll: true });
    if (back) forget();
    if (back) window.scrollTo(0, top ?? window.scrollY);
    else if (elsewhere) window.scrollTo(0, 0);
    else if (place !== null) requestAnimationFrame(() => stay(place)); // other scripts add to the new page first
    if (target && !back && !visible(target)) target.scrollIntoView();
    for (const link of document.querySelectorAll(".hoofdmenu a")) {
      if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  function stay(place) {
    const now = fromTop();
    if (now !== null) window.scrollBy(0, now - place); // the control stays under the eye
  }

  function forget() {
    // What was filled in for another address goes back to what the server says for this one.
    for (const form of document.querySelectorAll("form[data-hier]")) form.reset();
  }

  // --- another address ---

  function wait(back, top) {
    stopWaiting();
    const elsewhere = kind(here()) !== kind(shown);
    if (elsewhere) {
      folds.clear();
      focused = null;
    }
    waiting = { back, top, elsewhere, place: fromTop(), from: shown.split("?")[0] };
    for (const page of document.querySelectorAll("main")) page.setAttribute("aria-busy", "true");
    slow = setTimeout(() => (sign.hidden = false), SLOW);
  }

  function stopWaiting() {
    waiting = null;
    clearTimeout(slow);
    sign.hidden = true;
    for (const page of document.querySelectorAll("main")) page.removeAttribute("aria-busy");
  }

  /* Several changes of one control soon after each other (typing, arrow keys in a list) are one step in the history. */
  function follows(control, within) {
    const before = last, now = performance.now();
    last = { control: control.id, at: now };
    return Boolean(control.id) && before.control === control.id && now - before.at < within;
  }

  function go(address, inPlace) {
    const url = new URL(address, location.href);
    const same = url.pathname + url.search === here();
    if (same && url.hash !== location.hash) location.hash = url.hash;
    if (same && shown !== here() && !waiting) location.reload(); // it failed before
    if (same) return;
    if (!inPlace) {
      history.replaceState({ top: window.scrollY }, "");
      history.pushState({}, "", url);
    } else history.replaceState({}, "", url);
    wait(false, null);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate")); // what dcc.Location listens to
  }

  function addressOf(form, submitter) {
    const given = new Map();
    for (const [name, value] of new FormData(form, submitter)) {
      if (value !== "") given.set(name, given.has(name) ? given.get(name) + "," + value : value);
    }
    const url = new URL(form.getAttribute("action") || location.pathname, location.href);
    url.search = new URLSearchParams([...given]).toString().replaceAll("%2C", ",");
    return url;
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[data-hier]");
    const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || special || event.defaultPrevented) return;
    event.preventDefault();
    last = {};
    go(link.href, false);
  });

  document.addEventListener("submit", function (event) {
    if (!event.target.matches("form[data-hier]")) return;
    event.preventDefault();
    clearTimeout(pause);
    last = {};
    go(addressOf(event.target, event.submitter), false);
  });

  document.addEventListener("change", function (event) {
    const form = event.target.form;
    if (!form || !form.matches("[data-hier]")) return;
    clearTimeout(pause);
    const url = addressOf(form);
    if (url.pathname + url.search !== here()) go(url, follows(event.target, ONE_CHOICE));
  });

  document.addEventListener("input", function (event) {
    const form = event.target.form;
    if (!form || !form.matches("[data-hier]") || !event.target.matches("[type=search]:not([list])")) return;
    clearTimeout(pause);
    pause = setTimeout(() => go(addressOf(form), follows(event.target, ONE_WORD)), PAUSE);
  });

  function returned(event) {
    last = {};
    if (here() !== shown || waiting) wait(true, event.state?.top ?? null);
    if (here() === shown) {
      stopWaiting();
      forget();
    }
  }
  // After the files that follow: at the window itself a listener comes when it registered, capturing or not, and a page
  // that shows the address by itself (assets/56-kaart.js) must be able to stop the event.
  document.addEventListener("DOMContentLoaded", () => window.addEventListener("popstate", returned));
  window.addEventListener("regiekompas-mislukt", stopWaiting); // assets/40-verbinding.js

  document.addEventListener("focusin", (event) => (focused = event.target));
  document.addEventListener("pointerdown", function (event) {
    if (!event.target.closest(REACHABLE + ", label")) focused = null;
  });
  document.addEventListener("toggle", (event) => event.target.id && folds.set(event.target.id, event.target.open), true);

  new MutationObserver(drawn).observe(root, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-adres"],
  });
  window.regiekompas = Object.assign(window.regiekompas || {}, { ga: go });
})();
