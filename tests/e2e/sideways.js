// The elements that reach beyond the right edge of the window: those that are drawn, and do not scroll by themselves.
const width = document.documentElement.clientWidth;
const elements = [...document.body.querySelectorAll("*:not(.scroll *, .unseen, .skip)")];
const isDrawn = (element) => !element.closest("details:not([open]) > :not(summary)");
const beyond = elements.filter((element) => isDrawn(element) && element.getBoundingClientRect().right > width + 0.5);
const names = beyond.map((element) => `${element.localName}.${element.getAttribute("class") ?? ""} ${element.id}`);
if (document.documentElement.scrollWidth > width) names.push("the page itself scrolls sideways");
return names;
