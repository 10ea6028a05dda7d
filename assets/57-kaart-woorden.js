/* What is said about a municipality on the map, as dashboard/components/kaartwoorden.py says it in the first answer. */
(function () {
  const map = window.regiekompas.kaart, digits = new Map(); // decimals -> how a number is written

  function said({ index, slug }) {
    const { data } = map, value = data.waarde[index], letter = data.klas[index], many = Math.max(1, data.decimalen);
    if (value === null) {
      const { kort, omdat } = map.words, why = data.reden[index];
      return { value: kort[why], between: "", verdict: "", change: "", why: omdat[why] };
    }
    const low = data.laag[index], change = data.verschil && data.verschil[index];
    let verdict = map.words.oordeel[data.oordeel[index]] || "", short = "";
    if (data.vorige) {
      const { eenheid, decimalen, over, tabel } = data.verandering, say = (text) => (text ? ": " + text : "");
      verdict = change === null ? "" : signed(change, eenheid, decimalen) + say(over[letter]);
      short = change === null ? "" : signed(change, eenheid === "euro" ? eenheid : "index", decimalen) + say(tabel[letter]);
    } else if (verdict) verdict += " " + (map.members().includes(slug) ? "de anderen in je groep" : data.tegenover.naam);
    return {
      value: write(value), verdict, change: short,
      between: low === null ? "" : `tussen ${number(low, many)} en ${number(data.hoog[index], many)}`,
      shrunk: data.bijgesteld && data.bijgesteld[index] !== null ? "bijgesteld " + write(data.bijgesteld[index]) : "",
      estimate: data.schatting[index] === "1" ? "schatting" : "",
    };
  }

  function label(area, parts = map.data && said(area)) {
    if (!parts) return area.path.getAttribute("aria-label");
    const { value, shrunk, between, estimate, verdict, why } = parts;
    if (why) return `${area.name}: geen cijfer, omdat ${why}`;
    const all = [`${area.name}: ${value}`, shrunk, between && "onzeker: " + between, estimate, verdict];
    return all.filter(Boolean).join(", ");
  }

  /* As Python rounds: the number as the computer holds it, a true half to the even side. Else the table would say 3,3
     where the card says 3,2. */
  function number(value, decimals) {
    if (!digits.has(decimals)) {
      const exact = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: "halfEven" };
      digits.set(decimals, new Intl.NumberFormat("nl-BE", exact)); // making one takes longer than writing a table
    }
    const half = Math.abs((value * 2 ** (decimals + 1)) % 2) === 1;
    return digits.get(decimals).format(half ? value : value.toFixed(decimals)).replace("-", "\u2212");
  }

  function write(value, eenheid = map.data.eenheid, decimalen = map.data.decimalen) {
    if (eenheid === "euro") return (value < 0 ? "\u2212" : "") + "€\u202f" + number(Math.abs(value), decimalen);
    if (eenheid === "index") return number(value, decimalen);
    return number(value, decimalen) + (eenheid === "%" ? "\u202f" : " ") + eenheid;
  }

  function signed(value, unit, decimals) {
    const written = write(value, unit, decimals);
    return (value > 0 && /[1-9]/.test(written) ? "+" : "") + written;
  }

  Object.assign(map, { said, label });
})();
