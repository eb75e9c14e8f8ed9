// The keys of the comparison page. Typing is left alone, and so is whatever goes with Ctrl, Alt or the like.
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

export function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (document.querySelector("dialog:is([open], :popover-open)")) return;
    const action = Object.hasOwn(ACTIONS, event.key) && ACTIONS[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
