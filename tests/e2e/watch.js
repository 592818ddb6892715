// Remembers what an engine that lets nobody read its console would have written there as an error.
window.seenErrors = [];
addEventListener("error", ({ message, filename, target }) =>
  window.seenErrors.push(message === undefined ? `not loaded: ${target.outerHTML}` : `${filename}: ${message}`), true);
addEventListener("unhandledrejection", ({ reason }) => window.seenErrors.push(`unhandled: ${reason}`));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  window.seenErrors.push(`against the policy: ${violatedDirective} ${blockedURI}`));
const { error } = console;
console.error = (...said) => {
  window.seenErrors.push(said.map(String).join(" "));
  error.apply(console, said);
};
