// Describes the element that has the focus: what it is, whether an outline shows it, and whether it can be seen.
const element = document.activeElement;
const driver = element.closest("[data-driver]")?.dataset.driver;
const label = element.getAttribute("aria-labelledby");
const name = label ? document.getElementById(label).textContent : element.textContent;
const what = driver ? `${driver} ${element.type ?? element.localName}` : `${element.localName} ${element.id || name}`;
const { outlineStyle, outlineWidth } = getComputedStyle(element);
// Takes the part of it inside the window, and checks whether another element covers the middle of that part.
const box = element.getBoundingClientRect();
const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
const hit = left < right && top < bottom ? document.elementFromPoint((left + right) / 2, (top + bottom) / 2) : null;
return {
  what: what.replace(/\s+/g, " ").trim(),
  isOutlined: outlineStyle !== "none" && parseFloat(outlineWidth) > 0,
  isSeen: hit !== null && element.contains(hit),
  isNowhere: element === document.body || element === document.documentElement,
};
