// Starts the engine in Node, which reads the wasm from its file.
import { readFile } from "node:fs/promises";

import * as glue from "./engine_bg.js";

const bytes = await readFile(new URL("./engine_bg.wasm", import.meta.url));
const { instance } = await WebAssembly.instantiate(bytes, { "./engine_bg.js": glue });
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

export * from "./calls.js";
