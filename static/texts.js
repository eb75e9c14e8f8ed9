// Comfort for the form of two texts: files dropped on a box, counts, swapping and clearing. The form works without it.
const form = document.getElementById("texts");
const limit = Number(form.dataset.limit);
const boxes = [...form.querySelectorAll("[data-box]")].map((box) => ({
  box,
  name: box.querySelector("input[type=text]"),
  text: box.querySelector("[data-text]"),
  file: box.querySelector("[data-file]"),
  count: box.querySelector("[data-count]"),
  from: "", // the file whose text is in the box
}));

function counted(text) {
  const length = [...text].length; // code points, as the server counts them
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
  const said = `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}`;
  return length > limit ? `${said}; ${(length - limit).toLocaleString("en")} characters too many` : said;
}

function count(one) {
  const chosen = one.file.files[0];
  const said = one.text.value ? counted(one.text.value) : "";
  one.count.textContent = chosen ? `the file “${chosen.name}” is compared` : one.from ? `“${one.from}”, in the box: ${said}` : said;
  one.count.classList.toggle("over", one.count.textContent.endsWith("many"));
}

// A file in UTF-8 goes into its box, to be seen; of another, the server tells the encoding.
async function take(one, files) {
  const bytes = await files[0].arrayBuffer();
  try {
    one.text.value = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    one.from = files[0].name;
    one.file.value = ""; // which empties the list, too
  } catch {
    one.file.files = files;
    one.text.value = one.from = "";
  }
  count(one);
}

function swap() {
  const [left, right] = boxes;
  [left.name.value, right.name.value] = [right.name.value, left.name.value];
  [left.text.value, right.text.value] = [right.text.value, left.text.value];
  [left.file.files, right.file.files] = [right.file.files, left.file.files];
  [left.from, right.from] = [right.from, left.from];
  boxes.forEach(count);
}

function clear() {
  for (const one of boxes) {
    one.name.value = one.text.value = one.file.value = one.from = "";
    count(one);
  }
  boxes[0].text.focus();
}

for (const one of boxes) {
  one.text.addEventListener("input", () => {
    one.from = ""; // what is typed is no longer the file's
    count(one);
  });
  one.file.addEventListener("change", () => (one.file.files.length ? take(one, one.file.files) : count(one)));
  one.box.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    one.box.classList.add("dropping");
  });
  one.box.addEventListener("dragleave", () => one.box.classList.remove("dropping"));
  one.box.addEventListener("drop", (event) => {
    one.box.classList.remove("dropping");
    const { files } = event.dataTransfer;
    if (!files.length) return;
    event.preventDefault();
    // Two files at once are both texts.
    if (files.length > 1) boxes.forEach((each, at) => takeOne(each, files[at]));
    else take(one, files);
  });
  count(one);
}

function takeOne(one, file) {
  const carrier = new DataTransfer();
  carrier.items.add(file);
  return take(one, carrier.files);
}

for (const [name, act] of [["exchange", swap], ["clear", clear]]) {
  const button = form.querySelector(`[data-${name}]`);
  button.hidden = false;
  button.addEventListener("click", act);
}
