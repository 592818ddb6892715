// Remembers what an engine that lets nobody read its console would have written there as an error.
window.seenErrors = [];
// Engines report with it that sizes which were seen to change are looked at again in the next frame. It is no error.
const IS_NONE = /^ResizeObserver loop/;
addEventListener("error", ({ message, filename, target }) => {
  if (IS_NONE.test(message)) return;
  window.seenErrors.push(message === undefined ? `not loaded: ${target.outerHTML}` : `${filename}: ${message}`);
}, true);
addEventListener("unhandledrejection", ({ reason }) => window.seenErrors.push(`unhandled: ${reason}`));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  window.seenErrors.push(`against the policy: ${violatedDirective} ${blockedURI}`));
const { error } = console;
console.error = (...said) => {
  window.seenErrors.push(said.map(String).join(" "));
  error.apply(console, said);
};
