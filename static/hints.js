// A hint on a first visit: shown until it is closed, and then never again in this browser. Where nothing can be remembered
// (private windows, storage turned off) it is not shown at all, rather than on every visit.
const KEY = "variorum-hints-closed";

function closed() {
  return new Set(JSON.parse(localStorage.getItem(KEY) || "[]"));
}

function close(hint) {
  hint.hidden = true;
  try {
    localStorage.setItem(KEY, JSON.stringify([...closed().add(hint.dataset.hint)]));
  } catch { /* read, but not written: it comes again with the next page */ }
}

function offer(hint) {
  if (closed().has(hint.dataset.hint)) return;
  hint.querySelector("[data-close]").addEventListener("click", () => close(hint));
  hint.addEventListener("keydown", (event) => { if (event.key === "Escape") close(hint); });
  hint.hidden = false;
}

try {
  for (const hint of document.querySelectorAll("[data-hint][hidden]")) offer(hint);
} catch { /* nothing can be remembered here, or what was remembered is not ours */ }
