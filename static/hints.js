// A hint on a first visit: shown until it is closed, and then never again in this browser. Where nothing can be remembered
// (private windows, storage turned off) it is not shown at all, rather than on every visit. The page waits for this script,
// which stands right behind the hint: what is below has its place when it is first seen.
{
  const KEY = "variorum-hints-closed";
  const hint = document.currentScript.previousElementSibling;
  const closed = () => new Set(JSON.parse(localStorage.getItem(KEY) || "[]"));

  /** Out of sight, in its place: what is being read does not move. */
  const close = () => {
    hint.classList.add("closed");
    try {
      localStorage.setItem(KEY, JSON.stringify([...closed().add(hint.dataset.hint)]));
    } catch { /* read, but not written: it comes again with the next page */ }
  };

  try {
    hint.hidden = closed().has(hint.dataset.hint);
  } catch { /* nothing can be remembered here, or what was remembered is not ours */ }
  hint.querySelector("[data-close]").addEventListener("click", close);
  hint.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
}
