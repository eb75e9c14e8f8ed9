// What moved together: a line joins its two places beside the right column, and pointing at one of them brings out both.
import { isChosen } from "./reveal.js";

const SVG = "http://www.w3.org/2000/svg";
const LANES = 2; // lines that run beside each other; more of them are drawn when they are pointed at
const FIRST = 3; // pixels from the right column to the first lane, and from lane to lane
const APART = 4;

function ends(rows, number) {
  const both = [...rows.querySelectorAll(`[data-move="${number}"]`)];
  return { rows: both, stub: both.find((row) => row.matches(".stub")), moved: both.find((row) => !row.matches(".stub")) };
}

/** From which height to which each move leads, the shorter ones in the inner lanes. */
function spans(moves, origin) {
  const height = (row) => {
    const { top, bottom } = row.querySelector(".move").getBoundingClientRect();
    return (top + bottom) / 2 - origin;
  };
  const found = moves.filter((move) => move.stub && move.moved).map((move) => ({ ...move, from: height(move.moved), to: height(move.stub) }));
  const taken = [];
  const length = (one) => Math.abs(one.from - one.to);
  for (const one of found.sort((a, b) => length(a) - length(b))) {
    const [low, high] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
    one.lane = taken.findIndex((lane) => lane.every((other) => other.high < low || high < other.low));
    if (one.lane < 0) one.lane = taken.push([]) - 1;
    taken[one.lane].push({ low, high });
  }
  return found;
}

function line(span, edge) {
  const path = document.createElementNS(SVG, "path");
  const lane = Math.min(span.lane, LANES - 1);
  path.setAttribute("d", `M${edge} ${span.from}H${edge - FIRST - APART * lane}V${span.to}H${edge}`);
  path.dataset.line = span.stub.dataset.move;
  path.classList.toggle("beyond", span.lane >= LANES);
  return path;
}

export function joinMoves(rows, signal) {
  const numbers = new Set([...rows.querySelectorAll("[data-move]")].map((row) => row.dataset.move));
  if (numbers.size === 0) return;
  const moves = [...numbers].map((number) => ends(rows, number));
  const drawing = document.createElementNS(SVG, "svg");
  drawing.classList.add("lines");
  drawing.setAttribute("aria-hidden", "true");
  rows.after(drawing);

  function draw() {
    const box = rows.getBoundingClientRect();
    const cell = rows.querySelector(".stub > .right")?.getBoundingClientRect();
    if (!cell?.height) return;
    drawing.replaceChildren(...spans(moves, box.top).map((span) => line(span, cell.left - box.left)));
    bringOut();
  }
  function bringOut(pointed = rows.querySelector("[data-move]:hover")) {
    const row = pointed ?? [...rows.querySelectorAll("[data-move]")].find(isChosen);
    for (const one of rows.querySelectorAll("[data-move]")) one.classList.toggle("out", one.dataset.move === row?.dataset.move);
    for (const one of drawing.children) one.classList.toggle("out", one.dataset.line === row?.dataset.move);
  }
  const point = (event) => bringOut(event.target.closest("[data-move]") ?? null);
  rows.addEventListener("pointerover", point);
  rows.addEventListener("focusin", point);
  rows.addEventListener("pointerleave", () => bringOut(null));
  rows.addEventListener("focusout", () => bringOut(null));
  addEventListener("hashchange", () => bringOut(null), { signal });
  new ResizeObserver(draw).observe(rows);
}
