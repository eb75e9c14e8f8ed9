// The keys of the comparison page. Typing is left alone, and so is whatever goes with Ctrl, Alt or the like. Who dictates, or
// meets a key by chance, can turn them off (WCAG 2.1.4); this browser remembers it.
import { covered, isChosen, show } from "./reveal.js";

export function typing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select, [role='textbox']"));
}

function toRow(direction) {
  const rows = [...document.querySelectorAll(".row[data-row]")].filter((row) => row.checkVisibility());
  const chosen = rows.findIndex(isChosen);
  const row = chosen >= 0
    ? rows[chosen + direction]
    : rows.find((one) => one.getBoundingClientRect().top >= covered()) ?? rows.at(-1);
  if (row) show(row);
}

function nextView() {
  const views = [...document.querySelectorAll("[data-view]")];
  const at = views.findIndex((view) => view.hasAttribute("aria-current"));
  views[(at + 1) % views.length]?.click();
}

const press = (selector) => document.querySelector(selector)?.click();
const ACTIONS = {
  n: () => press("[data-step='1']"),
  p: () => press("[data-step='-1']"),
  j: () => toRow(1),
  k: () => toRow(-1),
  s: () => press("[data-swap]"),
  v: nextView,
  "?": () => document.querySelector("[data-keys]").showModal(),
};

const SINGLE = "variorum-keys";

/** The switch that turns the keys off, as it was left. */
function switchOfKeys() {
  const box = document.querySelector("[data-single]");
  try {
    box.checked = localStorage.getItem(SINGLE) !== "off";
  } catch { /* nothing is remembered here */ }
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(SINGLE, box.checked ? "on" : "off");
    } catch { /* it holds for this page */ }
  });
  box.closest("[hidden]").hidden = false;
  return box;
}

export function listenForKeys() {
  const single = switchOfKeys();
  document.addEventListener("keydown", (event) => {
    if (!single.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (document.querySelector("dialog:is([open], :popover-open)")) return;
    const action = Object.hasOwn(ACTIONS, event.key) && ACTIONS[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
