// Shows a link in a frame of each size, and hands on what is wrong with the layout there, a line each.
const [link, sizes, done] = arguments;
const root = document.documentElement;
const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));

// A chart is drawn anew when its frame has another width.
const isWhole = (frame) => {
  const [outer, inner] = [frame, frame.querySelector("svg")].map((box) => box.getBoundingClientRect().width);
  return outer === 0 || (inner <= outer + 1 && outer - inner <= 2 * (parseFloat(getComputedStyle(root).fontSize) / 16));
};
// The frame of a chart holds nothing else.
const FRAME = ":has(> svg[role]:only-child)";
const areWhole = () => [...document.querySelectorAll(FRAME)].every(isWhole);
const settled = async () => {
  await drawn();
  for (let looks = 0; looks < 3000 && !areWhole(); looks += 1) await drawn();
};

const isSeen = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isUnseen(element) && !element.closest("noscript");
const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
const isInScroller = (element) =>
  element !== null && element !== document.body && (scrolls(element) || isInScroller(element.parentElement));
// The element and the part of the page around it, by their opening tags.
const tag = (element) => element?.cloneNode(false).outerHTML.slice(0, 100) ?? "the page";
const name = (element) => `${tag(element)} in ${tag(element.parentElement?.closest("section, nav, form, header, footer"))}`;

// Reaches beyond the edge of the window, or is cut, or leaves its own box. Most elements do not, so what costs time comes last.
const faultsOf = (element) => {
  const { left, right, width } = element.getBoundingClientRect();
  const isBeyond = (right > root.clientWidth + 0.5 || left < -0.5) && width > 0;
  const isNarrow = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
  if ((!isBeyond && !isNarrow) || !isSeen(element)) return [];
  const faults = [];
  if (isBeyond && !isInScroller(element)) faults.push("is beyond the edge");
  const style = getComputedStyle(element);
  const isBox = /^(block|flex|grid|list-item|table-cell|inline-block)$/.test(style.display);
  if (isBox && isNarrow && !(element instanceof SVGElement)) {
    if (element.matches("input[type=text]")) {
      if (element.closest("[data-driver]")) faults.push(`has no room for ${element.value}`);
    } else if (!element.matches("input, select, textarea, iframe") && !scrolls(element)) {
      faults.push(style.overflowX === "visible" ? "is left by what it holds" : "is cut");
    }
  }
  // A chart has room for all that it draws.
  if (element.matches(FRAME) && isNarrow) faults.push("scrolls, a chart");
  return faults.map((fault) => `${name(element)} ${fault}: ${element.textContent.trim().slice(0, 60)}`);
};

// Words that go on in the next line. What no hyphen could part, the names of files and addresses, may go on anywhere.
const BREAKABLE =
  "cite, label:has([readonly]), [data-part=citation], [data-part=frozen], [data-part=address], [data-part=sender-title]";
// In letters of double size some words are wider than a phone, but no word has a line for every letter or two.
const brokenWords = (isVeryNarrow) => {
  const most = isVeryNarrow ? 3 : 1;
  const broken = [];
  const range = document.createRange();
  const lines = () => new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top))).size;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    range.selectNodeContents(text);
    if (lines() < 2) continue;
    const parent = text.parentElement;
    if (parent.closest(`${BREAKABLE}, svg, select, textarea, script`) || !isSeen(parent)) continue;
    for (const { index, 0: word } of text.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (lines() > most) broken.push(`${name(parent)} breaks the word ${word}`);
    }
  }
  return broken;
};

// A sentence whose words, links and hyphens a grid or a row has made its items: each stands in a place of its own.
const isItsOwnText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
const tornSentences = () => [...document.body.querySelectorAll("*")]
  .filter(({ childNodes }) => childNodes.length > 1 && [...childNodes].some(isItsOwnText))
  .filter((element) => /grid|flex/.test(getComputedStyle(element).display) && isSeen(element))
  .map((element) => `${name(element)} is torn apart: ${element.textContent.trim().slice(0, 60)}`);

// How much of the window's height stays covered while the page scrolls.
const covered = () => {
  scrollTo({ top: (root.scrollHeight - innerHeight) / 2, behavior: "instant" });
  // What sticks to the left alone scrolls away with the page.
  // Nor does what has a column of its own cover anything.
  const isBeside = ({ parentElement }) => {
    const { display, gridTemplateColumns } = getComputedStyle(parentElement);
    return display === "grid" && gridTemplateColumns.split(" ").length > 1;
  };
  const sticks = (element) => {
    const { position, top } = getComputedStyle(element);
    return !isBeside(element) && (position === "fixed" || (position === "sticky" && top !== "auto")) && isSeen(element);
  };
  const bottoms = [...document.querySelectorAll("main *")].filter(sticks).map((element) => element.getBoundingClientRect())
    .filter(({ top, bottom, width }) => top <= 1 && bottom > 0 && width > innerWidth / 2).map(({ bottom }) => bottom);
  scrollTo({ top: 0, behavior: "instant" });
  return Math.max(0, ...bottoms);
};

// A slider is long enough to be aimed at.
const SHORTEST = 100;
const shortSliders = () => [...document.querySelectorAll("input[type=range]")].filter(isSeen)
  .map((slider) => [slider, slider.getBoundingClientRect().width])
  .filter(([, width]) => width > 0 && width < SHORTEST).map(([slider, width]) => `${name(slider)} is ${Math.round(width)} px wide`);

const faults = [];
(async () => {
  if (location.hash !== `#${link}`) {
    const arrived = new Promise((next) => addEventListener("hashchange", next, { once: true }));
    location.hash = link;
    await arrived;
  }
  await drawn();
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const [width, height, text] of sizes) {
    [frameElement.width, frameElement.height] = [width, height];
    root.style.fontSize = text === 100 ? "" : `${text}%`;
    await settled();
    const here = [...document.body.querySelectorAll("*")].flatMap(faultsOf)
      .concat(brokenWords(text > 100 && width < 400), shortSliders(), tornSentences());
    if (root.scrollWidth > root.clientWidth) here.push(`the page scrolls sideways, ${root.scrollWidth} px`);
    if (!areWhole()) here.push("a chart is not as wide as its frame");
    const share = covered() / innerHeight;
    // In a window as low as this one, nothing sticks.
    if (share > (height < 200 ? 0 : 0.4)) here.push(`${Math.round(share * 100)} % of the window stay covered`);
    faults.push(...here.map((fault) => `${link} at ${width} × ${height}, text at ${text} %: ${fault}`));
  }
  root.style.fontSize = "";
})().catch((error) => faults.push(`${link}: ${error}`)).then(() => done(faults));
