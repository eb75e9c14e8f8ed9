// Next and previous change: two buttons and the keys n and p.
import { typing } from "./keys.js";
import { show } from "./reveal.js";

function button(sign, label, key, onClick) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = sign;
  element.title = `${label} (key ${key})`;
  element.setAttribute("aria-label", label);
  element.setAttribute("aria-keyshortcuts", key);
  element.addEventListener("click", onClick);
  return element;
}

/** Turn `nav` into a stepper over `rows`; does nothing where there is nothing to step through. */
export function steps(nav, rows) {
  if (!nav || rows.length === 0) return;
  let at = -1;
  const place = document.createElement("span");
  place.setAttribute("aria-live", "polite");

  function say() {
    place.textContent = at < 0 ? `${rows.length} ${rows.length === 1 ? "change" : "changes"}` : `change ${at + 1} of ${rows.length}`;
  }
  function nearest(direction) {
    // From where the reader has scrolled to, until a step has been taken.
    const middle = innerHeight / 2;
    const below = rows.findIndex((row) => row.getBoundingClientRect().top > middle);
    if (direction > 0) return below < 0 ? rows.length - 1 : below;
    return (below < 0 ? rows.length : below) - 1;
  }
  function step(direction) {
    const first = at < 0 ? (scrollY < 200 && direction > 0 ? 0 : nearest(direction)) : at + direction;
    at = Math.min(rows.length - 1, Math.max(0, first));
    show(rows[at]);
    say();
  }

  nav.replaceChildren(button("‹", "Previous change", "p", () => step(-1)), place, button("›", "Next change", "n", () => step(1)));
  say();
  function follow() {
    const chosen = rows.findIndex((row) => row.querySelector(":target"));
    if (chosen < 0) return;
    at = chosen;
    say();
  }
  addEventListener("hashchange", follow);
  follow();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });
}
