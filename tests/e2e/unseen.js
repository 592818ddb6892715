// Whether an element is there for screen readers alone, clipped away, or lies above the page until it has the focus.
const isUnseen = (element) => element !== null && (getComputedStyle(element).clipPath === "inset(50%)"
  || element.getBoundingClientRect().bottom + scrollY < 0 || isUnseen(element.parentElement));
