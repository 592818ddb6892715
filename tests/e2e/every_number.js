// Returns every number of the given parts of the page and of its drivers, by where it stands: all texts (since a year may become "aldrig"),
// the values of fields, sliders and choices, and what the chart draws. Messages such as announcements and the result of
// copying are left out.
const numbers = {};

const take = (part, element) => {
  if (!element) throw new Error(`the page has no ${part}`);
  const count = {};
  const put = (kind, value) => {
    count[kind] = (count[kind] ?? 0) + 1;
    numbers[`${part}, ${kind} ${count[kind]}`] = String(value).replaceAll("\u00a0", " ").trim();
  };
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (texts.currentNode.data.trim()) put("text", texts.currentNode.data);
  for (const input of element.querySelectorAll("input")) {
    if (input.type === "radio") put("choice", input.checked);
    else put(input.type === "range" ? "slider" : "field", input.value);
    for (const name of ["min", "max", "step", "aria-valuetext"]) {
      if (input.hasAttribute(name)) put(name, input.getAttribute(name));
    }
  }
  for (const drawn of element.querySelectorAll("svg *")) {
    for (const name of ["d", "x", "y", "cx", "cy", "x1", "y1", "x2", "y2"]) {
      if (drawn.hasAttribute(name)) put(`${drawn.tagName} ${name}`, drawn.getAttribute(name));
    }
  }
};

for (const [name, steps] of given) take(name, find(steps)[0]);
for (const driver of elements) take(driver.dataset.driver, driver);
return numbers;
