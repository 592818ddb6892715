// Returns the elements that reach beyond the right edge of the window, if they are drawn and not inside anything that
// scrolls.
const width = document.documentElement.clientWidth;
const isDrawn = (element) => !element.closest("details:not([open]) > :not(summary)") && !isUnseen(element);
const scrolls = (element) =>
  element !== document.body && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
const elements = [...document.body.querySelectorAll("*")];
const beyond = elements.filter((element) => element.getBoundingClientRect().right > width + 0.5);
const seen = beyond.filter((element) => isDrawn(element) && !scrolls(element));
const names = seen.map((element) => element.cloneNode(false).outerHTML);
if (document.documentElement.scrollWidth > width) names.push("the page itself scrolls sideways");
return names;
