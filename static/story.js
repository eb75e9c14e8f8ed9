// What a script adds to the pages of a story: on a phone the tab of the page in sight, where the browser does not see to that
// by itself.
const here = document.querySelector(".sections [aria-current]");
const list = here && here.closest("ul");
if (list && list.scrollWidth > list.clientWidth && list.scrollLeft === 0) {
  list.scrollLeft = here.offsetLeft - list.offsetLeft - (list.clientWidth - here.offsetWidth) / 2;
}
