// The map of changes: marks where the rows really stand on the page, and where the reader is.
const WHOLE = 1000;

export function drawMap(map) {
  if (!map) return;
  const rows = document.querySelector(".rows");
  const here = map.querySelector("[data-here]");
  const marks = [...map.querySelectorAll("[data-mark]")];

  function follow() {
    const whole = rows.getBoundingClientRect();
    const top = Math.max(0, -whole.top) / whole.height;
    here.setAttribute("y", Math.min(1, top) * WHOLE);
    here.setAttribute("height", Math.min(1, innerHeight / whole.height) * WHOLE);
  }
  function place() {
    const whole = rows.getBoundingClientRect();
    for (const mark of marks) {
      const row = document.querySelector(`[data-row="${CSS.escape(mark.dataset.mark)}"]`)?.getBoundingClientRect();
      if (!row?.height) continue;
      mark.setAttribute("y", ((row.top - whole.top) / whole.height) * WHOLE);
      mark.setAttribute("height", Math.max(3, (row.height / whole.height) * WHOLE));
    }
    follow();
  }
  new ResizeObserver(place).observe(rows);
  addEventListener("scroll", follow, { passive: true });
}
