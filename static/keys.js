// The keys of the comparison page beside n and p: rows, sides, views, and the list of them all. Typing is left alone.
import { show } from "./reveal.js";

export function typing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function rowAfter(direction) {
  const rows = [...document.querySelectorAll(".row[data-row]")].filter((row) => row.offsetParent);
  const chosen = rows.findIndex((row) => row.querySelector(":target"));
  if (chosen >= 0) return rows[Math.min(rows.length - 1, Math.max(0, chosen + direction))];
  return rows.find((row) => row.getBoundingClientRect().top > innerHeight / 4) ?? rows.at(-1);
}

function nextView() {
  const views = [...document.querySelectorAll("[data-view]")];
  const at = views.findIndex((view) => view.hasAttribute("aria-current"));
  views[(at + 1) % views.length]?.click();
}

const ACTIONS = {
  j: () => { const row = rowAfter(1); if (row) show(row); },
  k: () => { const row = rowAfter(-1); if (row) show(row); },
  s: () => document.querySelector("[data-swap]").click(),
  v: nextView,
  "?": () => document.querySelector("[data-keys]").showModal(),
};

export function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    ACTIONS[event.key]?.();
  });
}
