// Starts the page: the glue and the wasm that Trunk lays beside this file. A browser that cannot says so in words.
import { load_exports } from "./load_exports.js";

try {
  const { default: init, load_exports_with } = await import("./indsatsregner.js");
  await init({ module_or_path: new URL("./indsatsregner_bg.wasm", import.meta.url) });
  load_exports_with(load_exports);
} catch (error) {
  document.getElementById("failed")?.removeAttribute("hidden");
  throw error;
}
