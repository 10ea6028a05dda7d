/* A link to the page as it stands becomes one that is copied with a press; without a script it stays a link. */
document.addEventListener("click", async function (event) {
  const link = event.target.closest("a[data-kopieer]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const said = link.parentElement.querySelector("[role=status]");
  try {
    await window.navigator.clipboard.writeText(link.href);
    said.textContent = "Link gekopieerd.";
  } catch (refused) { // no clipboard here, or the browser does not allow it: then by hand
    window.prompt("Kopieer deze link:", link.href);
  }
});
