// The map of changes: marks where the rows really stand on the page, and where the reader is. A press leads there, and so do the arrow keys.
import { show } from "./reveal.js";

const WHOLE = 1000;
const NEAR = 5; // pixels beside a mark within which it is meant
const STEADY = 4; // pixels that a hand may move and mean a press all the same

/** Draw `map` anew whenever `rows` take other places, until `signal`. `changes` says how many there are and steps among them. */
export function drawMap(map, rows, signal) {
  const here = map.querySelector("[data-here]");
  const marks = [...map.querySelectorAll("[data-mark]")];
  const rowOf = new Map(marks.map((mark) => [mark, rows.querySelector(`[data-row="${CSS.escape(mark.dataset.mark)}"]`)]));

  function follow() {
    const { top, height } = rows.getBoundingClientRect();
    const first = Math.min(height, Math.max(0, -top));
    const last = Math.min(height, Math.max(0, innerHeight - top));
    here.setAttribute("y", (first / height) * WHOLE);
    here.setAttribute("height", Math.max(4, ((last - first) / height) * WHOLE));
  }
  function place() {
    const whole = rows.getBoundingClientRect();
    map.toggleAttribute("data-whole", whole.height < innerHeight);
    if (!whole.height) return;
    for (const [mark, row] of rowOf) {
      const box = row?.getBoundingClientRect();
      if (!box?.height) continue;
      mark.setAttribute("y", ((box.top - whole.top) / whole.height) * WHOLE);
      mark.setAttribute("height", Math.max(3, (box.height / whole.height) * WHOLE));
    }
    follow();
  }
  function scrollHere(event) {
    const box = map.getBoundingClientRect();
    const whole = rows.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    scrollTo({ top: scrollY + whole.top + share * whole.height - innerHeight / 2, behavior: "instant" });
  }
  let pressed = 0;
  function press(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    map.setPointerCapture(event.pointerId);
    pressed = event.clientY;
    const distance = (mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return Math.max(0, top - event.clientY, event.clientY - bottom);
    };
    const mark = marks.reduce((best, one) => (distance(one) < distance(best) ? one : best));
    if (distance(mark) <= NEAR) return show(rowOf.get(mark));
    scrollHere(event);
  }
  function drag(event) {
    if (!map.hasPointerCapture(event.pointerId) || Math.abs(event.clientY - pressed) < STEADY) return;
    pressed = -Infinity; // from here on every move counts
    scrollHere(event);
  }

  new ResizeObserver(place).observe(rows);
  addEventListener("scroll", follow, { signal, passive: true });
  map.addEventListener("pointerdown", press);
  map.addEventListener("click", (event) => event.preventDefault());
  map.addEventListener("pointermove", drag);
}

/** Make `map` one control for the keyboard too: a slider over the changes, of which there are `count`. Gives what tells it where one is. */
export function listenToMap(map, count, stepper) {
  for (const link of map.querySelectorAll("a")) link.replaceWith(...link.childNodes); // the map itself answers
  const KEYS = {
    ArrowDown: () => stepper.step(1),
    ArrowRight: () => stepper.step(1),
    ArrowUp: () => stepper.step(-1),
    ArrowLeft: () => stepper.step(-1),
    Home: () => stepper.go(0),
    End: () => stepper.go(count - 1),
  };
  const attributes = { role: "slider", tabindex: 0, "aria-label": "Map of changes", "aria-orientation": "vertical", "aria-valuemin": 0, "aria-valuemax": count, "aria-valuenow": 0 };
  for (const [name, value] of Object.entries(attributes)) map.setAttribute(name, value);
  map.removeAttribute("aria-hidden");
  map.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  return (at, words) => {
    map.setAttribute("aria-valuenow", at + 1);
    map.setAttribute("aria-valuetext", words);
  };
}
