// Starts a wasm whose glue, made for bundlers, leaves that to others.
export async function started(name, glue, bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, { [`./${name}_bg.js`]: glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}
