// Does something to one of the controls that can be seen, and returns in short what it was: the seed of the test decides which and what.
// What leads out of the page, to another document or to the machine is left alone; a browser of a test may refuse the clipboard.
const [choice, share] = given;

const isSeen = (control) => control.checkVisibility({ visibilityProperty: true }) && !control.closest("[inert]");
const leadsOut = (link) => {
  const { origin, pathname } = new URL(link.getAttribute("href"), document.baseURI);
  return link.hasAttribute("target") || link.hasAttribute("download") || origin !== location.origin || pathname !== location.pathname;
};
const isFor = (control) => {
  if (control.disabled || control.readOnly || control.ariaDisabled === "true") return false;
  if (control.matches("a")) return !leadsOut(control);
  if (/^(Kopiér|Copy)/.test(nameOf(control))) return false;
  return !control.matches("[type=file], [type=hidden]");
};
const put = (field, value) => {
  field.focus({ preventScroll: true });
  field.value = value;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  field.blur();
};
const between = (from, to, steps) => from + Math.round(share * steps) / steps * (to - from);

const controls = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")].filter((control) => isFor(control) && isSeen(control));
const control = controls[Math.floor(choice * controls.length)];
const { min, max, value, type } = control;
const said = `${control.localName} ${type ?? ""} ${nameOf(control).slice(0, 60)}`;
if (type === "range") put(control, between(Number(min), Number(max), 40));
else if (control.matches("select")) put(control, control.options[Math.floor(share * control.options.length)].value);
else if (control.matches("textarea, [type=text], [type=search], [type=number]")) {
  // What is in the field, a bit of it, another number, or what is none.
  const texts = [value, value.slice(0, -1), `${Math.round(share * 60)}`, "+3 %", "1.234,5", "<b>", ""];
  put(control, texts[Math.floor(share * texts.length)]);
} else control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
return said;
