// Starts the engine in Node, which reads the wasm from its file.
import { readFile } from "node:fs/promises";

import * as glue from "./api_bg.js";

const bytes = await readFile(new URL("./api_bg.wasm", import.meta.url));
const { instance } = await WebAssembly.instantiate(bytes, { "./api_bg.js": glue });
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

export * from "./calls.js";
