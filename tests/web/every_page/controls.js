// What the walk by keyboard asks of a page: which controls there are, in which order, where; and what is focused.
const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]";

function reachable(one) {
  if (one.tabIndex < 0 || one.disabled || one.type === "hidden" || one.closest("[inert]")) return false;
  return one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
}

function described(one) {
  const words = (one.getAttribute("aria-label") ?? one.innerText ?? one.textContent ?? "").trim().replace(/\s+/g, " ");
  return `${one.tagName.toLowerCase()} “${(words || one.name || one.id || one.title || "").slice(0, 40)}”`;
}

// Whether a control has its place in the page: a line of a drawing may cross others, and what stands over the page is beside it.
function flows(one) {
  if (one instanceof SVGElement) return false;
  for (let at = one; at; at = at.parentElement) if (getComputedStyle(at).position === "fixed") return false;
  return true;
}

// Where a control begins: of a link over several lines, its first line.
function place(one) {
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
  return {
    flows: flows(one),
    left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
  };
}

function look(one) {
  const style = getComputedStyle(one);
  const drawn = [...one.querySelectorAll("path, line, rect, circle")].map((part) => getComputedStyle(part));
  return [style.boxShadow, style.backgroundColor, style.borderColor, ...drawn.map((part) => part.stroke + part.strokeWidth)].join();
}

// Whether the page shows the control on top at the place where it begins, or at its middle.
function uncovered(one) {
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
  if (one instanceof SVGElement) return box.bottom > 0 && box.top < innerHeight; // a line does not fill its box
  const points = [[box.left + 2, box.top + 2], [(box.left + box.right) / 2, (box.top + box.bottom) / 2], [box.right - 2, box.bottom - 2]];
  return points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (one.contains(top) || top.contains(one) && !["absolute", "fixed", "sticky"].includes(getComputedStyle(top).position));
  });
}

function seen(one, before) {
  const style = getComputedStyle(one);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return one.matches(":focus-visible") && (outlined || look(one) !== before);
}

const walk = { controls: [], numbers: new Map(), looks: [] };

export function begin() {
  document.body.tabIndex = -1; // so that Tab begins at the top, whatever was touched last
  document.body.focus();
  document.body.removeAttribute("tabindex");
  scrollTo(0, 0);
  walk.controls = [...document.querySelectorAll(CONTROLS)].filter(reachable);
  walk.numbers = new Map(walk.controls.map((one, at) => [one, at]));
  walk.looks = walk.controls.map(look);
  return walk.controls.map((one) => ({ says: described(one), ...place(one) }));
}

// The number of what is focused (null where it is none of the controls) and what is wrong with how it is shown.
export function now() {
  const one = document.activeElement;
  const number = walk.numbers.get(one) ?? null;
  if (number === null) return { number, says: one ? described(one) : "", wrong: "" };
  const wrong = !seen(one, walk.looks[number]) ? "focus is not seen" : !uncovered(one) ? "is covered" : "";
  return { number, says: described(one), wrong };
}
