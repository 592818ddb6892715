// Starts the page from the glue and the wasm beside this file. Where that fails, the page says why and leads on.
//
// It is no module, because it knows itself by `document.currentScript`. Where there is no origin, the page itself leads on (`policy.rs`).
(async () => {
  const { src: here, dataset } = document.currentScript;

  // The address that a link meant. Programs that a link comes through write its # as a code, or as ?, so that what belongs behind it is
  // in the path or in the query.
  const meantAddress = () => {
    const { protocol, origin, pathname, search, hash } = location;
    if (!protocol.startsWith("http") || hash.includes("=")) return undefined;
    const found = /^([^%]*?)%(?:25)*(?:23|EF%(?:25)*BC%(?:25)*83)(.*)$/i.exec(pathname + search)
      ?? /^(.*?)[?&](v=\d.*)$/i.exec(pathname + search);
    return found ? `${origin}${found[1]}#${found[2]}` : undefined;
  };
  const meant = meantAddress();
  if (meant) {
    location.replace(meant);
    return;
  }
  // The page for addresses that lead nowhere has nothing to start.
  if (dataset.for === "missing") return;

  // The document is there already. A link may show another page instead, or values that are not those of the document.
  const root = document.documentElement;
  const valuesOf = (link) => {
    const values = Object.fromEntries(new URLSearchParams(link));
    const { note, screen = note ? "note" : "overview" } = values;
    // What an answer rests on had a screen of its own once.
    return { values, shown: `${screen === "sensitivity" ? "note" : screen} ${note}` };
  };
  if (root.dataset.opens !== undefined && (location.hash.includes("=") || location.search.includes("embed="))) {
    const { values, shown } = valuesOf(location.hash.slice(1));
    const isOther = shown !== valuesOf(root.dataset.opens).shown || location.search.includes("embed=");
    const isPlain = Object.keys(values).every((name) => ["v", "saw", "note", "screen", "lang"].includes(name));
    root.toggleAttribute("data-leads-elsewhere", isOther);
    if (isOther || !isPlain) document.getElementById(isOther ? "on-its-way" : "as-published")?.removeAttribute("hidden");
  }

  // Until now the page says, after some time, that a part has not arrived: it may have been this script.
  const failed = document.getElementById("failed");
  const reasons = [...failed?.children ?? []].filter((part) => part.id);
  failed?.setAttribute("hidden", "");
  const say = (id) => {
    for (const reason of reasons) reason.toggleAttribute("hidden", reason.id !== id);
    for (const button of failed?.querySelectorAll("button") ?? []) {
      button.removeAttribute("hidden");
      button.addEventListener("click", () => location.reload());
    }
    // Any document is better than none.
    root.removeAttribute("data-leads-elsewhere");
    document.getElementById("on-its-way")?.remove();
    // What waits for a script that may still arrive, waits no longer.
    failed?.classList.add("said");
    failed?.removeAttribute("hidden");
  };

  // Starts a part by name: the page itself, or a program that the reader needs later. Returns its exports. A browser keeps a script, and
  // also the failure of one that did not arrive, so another start asks for it under another address.
  const starts = {};
  globalThis.loadPart = async (name) => {
    const query = starts[name] ? `?${starts[name]}` : "";
    starts[name] = (starts[name] ?? 0) + 1;
    // Asked for at once, and not only when the script is here that needs it.
    const wasm = fetch(new URL(`${name}_bg.wasm${query}`, here));
    // It says so where it is awaited.
    wasm.catch(() => {});
    const part = await import(new URL(`${name}.js${query}`, here));
    await part.default({ module_or_path: wasm });
    return part;
  };

  // Asks for a piece of the page's own wasm, by the name of its file, and returns what makes it part of the page. The glue calls it,
  // and asks again for one that did not arrive.
  globalThis.loadPiece = (name) => {
    const load = async () => {
      const answer = await fetch(new URL(name, here));
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer.arrayBuffer();
    };
    const bytes = load();
    // It says so where it is awaited.
    bytes.catch(() => {});
    return async (imports) => WebAssembly.instantiate(await bytes, imports);
  };

  // Gives a file that was published with the page, as text.
  globalThis.readPart = async (name) => {
    const answer = await fetch(new URL(`../${name}`, here));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.text();
  };

  // Asks once more for a style sheet that did not arrive.
  const loadStyle = (sheet) => new Promise((resolve, reject) => {
    const again = document.createElement("link");
    again.rel = "stylesheet";
    again.href = `${sheet.href}?1`;
    again.addEventListener("load", resolve);
    again.addEventListener("error", reject);
    sheet.replaceWith(again);
  });

  // Until the document has been painted. What starts the page takes all of a phone's connection and processor, and the document says its
  // answer without it. A window that nobody sees is not painted.
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 1000);
  });

  // Whether the browser has the page's wasm and yet cannot use it. A host may answer with something else in its place.
  const cannotUse = async (error) => {
    if (typeof WebAssembly !== "object") return true;
    if (!(error instanceof WebAssembly.CompileError)) return false;
    const answer = await fetch(new URL("indsatsregner_bg.wasm", here));
    const start = new Uint8Array(await answer.arrayBuffer()).slice(0, 4);
    return answer.ok && String.fromCharCode(...start) === "\0asm";
  };

  // Whether it has ended with an error of its own, and has said so.
  const hasStopped = () => "stopped" in root.dataset;

  try {
    // A sheet that has not arrived has no rules. WebKit may run this script while it is still on its way. One more try bridges a short break
    // of the connection.
    const missing = () => [...document.querySelectorAll("link[rel=stylesheet]")].filter(({ sheet }) => !sheet?.cssRules.length);
    if (missing().length && document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve));
    await Promise.all(missing().map(loadStyle));
    if (root.dataset.opens !== undefined && !("leadsElsewhere" in root.dataset)) await painted();
    await loadPart("indsatsregner").catch((error) => {
      if (hasStopped()) throw error;
      return loadPart("indsatsregner");
    });
  } catch (error) {
    if (!hasStopped()) say(await cannotUse(error).catch(() => false) ? "not-started" : "not-loaded");
    throw error;
  }
})();
