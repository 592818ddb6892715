// All text that can be seen on the page, a line for each element that holds any, with plain spaces, once every fold is open.
// What says that a table scrolls sideways is left out: it hangs on the width of a scroll bar.
const [done] = arguments;
const frames = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
const isSeen = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("noscript, script, [data-part=more-aside]");

// The page makes what some folds hold once it hears that they are open, and that may hold more folds.
const unfold = async () => {
  const folds = [...document.querySelectorAll("details:not([open])")];
  if (folds.length === 0) return;
  const opened = folds.map((fold) => new Promise((next) => fold.addEventListener("toggle", next, { once: true })));
  for (const fold of folds) fold.open = true;
  await Promise.all(opened);
  await frames();
  await unfold();
};

const read = () => {
  const lines = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const element = text.parentElement;
    if (text.data.trim() !== "" && isSeen(element)) lines.set(element, `${lines.get(element) ?? ""}${text.data}`);
  }
  return [...lines.values()].map((line) => line.replace(/\s+/g, " ").trim());
};

const isFollowing = () => document.querySelector("main [aria-busy=true], [data-part=awaited]") !== null;
unfold().then(async () => {
  do await frames(); while (isFollowing());
  done(read());
});
