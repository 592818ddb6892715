// Starts the engine in browsers and notebooks, which fetch the wasm from beside this file.
import * as glue from "./api_bg.js";

const response = await fetch(new URL("./api_bg.wasm", import.meta.url));
if (!response.ok) throw new Error(`The engine cannot be loaded: ${response.status} for ${response.url}`);
// Not every server says that it is wasm, which the streaming way asks for.
const bytes = await response.arrayBuffer();
const { instance } = await WebAssembly.instantiate(bytes, { "./api_bg.js": glue });
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

export * from "./calls.js";
