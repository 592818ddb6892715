// All text that can be seen on the page, a line for each element that holds any, with plain spaces, once every fold is open.
// What says that a table scrolls sideways is left out: it hangs on the width of a scroll bar.
const [done] = arguments;
const frames = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
const isSeen = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("noscript, script, [data-part=more-aside]");

// The page makes what some folds hold once it hears that they are open, and that may hold more folds. A fold that is drawn anew
// says nothing, and one that the page closes again stays closed.
const known = new WeakSet();
const unfold = async () => {
  const folds = [...document.querySelectorAll("details:not([open])")].filter((fold) => !known.has(fold));
  if (folds.length === 0) return;
  const waiting = new Set(folds);
  for (const fold of folds) {
    known.add(fold);
    fold.addEventListener("toggle", () => waiting.delete(fold), { once: true });
    fold.open = true;
  }
  while ([...waiting].some((fold) => fold.isConnected && fold.open)) await frames();
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
