// Starts the page: the glue and the wasm that Trunk lays beside this file.
import init from "./indsatsregner.js";

await init({ module_or_path: new URL("./indsatsregner_bg.wasm", import.meta.url) });
