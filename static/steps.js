// Next and previous change: two buttons, and between them which of the changes the reader is at.
import { covered, isChosen, show } from "./reveal.js";

const READING = 0.4; // how far down the window one reads, as a share of what is not covered

function button(sign, label, key, direction, onClick) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = sign;
  element.title = `${label} (key ${key})`;
  element.dataset.step = direction;
  element.setAttribute("aria-label", label);
  element.setAttribute("aria-keyshortcuts", key);
  element.addEventListener("click", onClick);
  return element;
}

function inSight(row) {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > covered() && top < innerHeight;
}

/** The row that the address names while it is in sight, else the last one above the line where one reads; -1 for none. */
function place(rows) {
  const chosen = rows.findIndex(isChosen);
  if (chosen >= 0 && inSight(rows[chosen])) return chosen;
  if (scrollY < 8) return -1;
  const line = covered() + (innerHeight - covered()) * READING;
  let [low, high] = [0, rows.length]; // rows stand below each other, so their tops ascend
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].getBoundingClientRect().top <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Turn `nav` into a stepper over `rows`, until `signal`. Gives what steps to a change by number, and tells `onMove` where one is. */
export function steps(nav, rows, signal, onMove) {
  if (!nav || rows.length === 0) return undefined;
  let waiting = false;
  const count = document.createElement("span");
  const told = document.createElement("span");
  told.className = "hidden";
  told.setAttribute("aria-live", "polite");

  function words(at) {
    return at < 0 ? `${rows.length} ${rows.length === 1 ? "change" : "changes"}` : `change ${at + 1} of ${rows.length}`;
  }
  function follow() {
    waiting = false;
    const at = place(rows);
    count.textContent = words(at);
    nav.classList.toggle("early", document.getElementById("rows").getBoundingClientRect().top > innerHeight);
    onMove(at, words(at));
  }
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(follow);
  }
  function go(to) {
    const at = Math.min(rows.length - 1, Math.max(0, to));
    const control = document.activeElement?.closest("[data-step], [data-map]");
    show(rows[at]);
    control?.focus({ preventScroll: true }); // going to a row takes the focus along; who steps by a control steps on
    follow();
    told.textContent = words(at);
  }
  function step(direction) {
    const at = place(rows);
    // Backwards from below a change leads to that change first.
    const passed = direction < 0 && at >= 0 && !inSight(rows[at]);
    go(passed ? at : at + direction);
  }

  nav.replaceChildren(button("‹", "Previous change", "p", -1, () => step(-1)), count, button("›", "Next change", "n", 1, () => step(1)), told);
  addEventListener("hashchange", soon, { signal });
  addEventListener("scroll", soon, { signal, passive: true });
  addEventListener("resize", soon, { signal });
  follow();
  return { go, step };
}
