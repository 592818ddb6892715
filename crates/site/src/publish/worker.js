// Keeps one whole edition of the page, so that it works without a network. VERSION names the edition. FILES lists each
// file with the hash of its content, so that a file of another edition is never kept with it.
const VERSION = "";
const FILES = [];

const scope = new URL("./", location).href;
// Caches belong to the origin, and several such pages may share one origin.
const OURS = `indsatsregner ${scope} `;
const OWN = OURS + VERSION;
const KEPT = new Set(FILES.map(([address]) => new URL(address, scope).href));
// An entry in the cache beside the files. It lists the windows that were open when this edition took over.
const OLDER_WINDOWS = new URL("older-windows", scope).href;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(skipWaiting());
  if (event.data === "tidy") event.waitUntil(tidy());
});
addEventListener("fetch", (event) => {
  const meant = withHash(event.request);
  if (meant) return event.respondWith(Response.redirect(meant));
  const address = keptAs(event.request);
  if (address) event.respondWith(kept(address, event.request));
});

// Keeps all files or none. While a host is still copying, some files of the edition are missing, and the edition is not
// installed.
async function fill() {
  const wasThere = await caches.has(OWN);
  const cache = await caches.open(OWN);
  try {
    await Promise.all(FILES.map(async ([address, integrity]) => {
      // A file in a version's folder never changes, so the browser's own cache may answer. All other files come from
      // the network: with that cache we would have to wait for the page, which may be loading the same file.
      const request = new Request(address, { integrity, cache: address.startsWith("v-") ? "default" : "no-store" });
      const answer = await fetch(request);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      // A new response, because a navigation may not be answered with a redirected one.
      await cache.put(address, new Response(answer.body, { headers: answer.headers }));
    }));
  } catch (error) {
    if (!wasThere) await caches.delete(OWN);
    throw error;
  }
}

// The address of a page whose # a program wrote as a code. No file has such a name, so what follows the code belongs behind a #.
function withHash({ mode, url }) {
  if (mode !== "navigate" || !url.startsWith(scope)) return undefined;
  const found = /^([^%]*?)%(?:25)*(?:23|EF%(?:25)*BC%(?:25)*83)(.*)$/i.exec(url.slice(scope.length));
  return found ? `${scope}${found[1]}#${found[2]}` : undefined;
}

// The address under which the answer to a request is kept, without its query. Files of older editions count as well.
function keptAs({ method, url }) {
  if (method !== "GET" || !url.startsWith(scope)) return undefined;
  const { origin, pathname } = new URL(url);
  const address = (origin + pathname).replace(/(?<=\/)index\.html$/, "");
  return KEPT.has(address) || address.startsWith(`${scope}v-`) ? address : undefined;
}

async function kept(address, request) {
  const options = { ignoreVary: true };
  const own = await caches.open(OWN);
  return await own.match(address, options)
    ?? await (KEPT.has(address) ? undefined : caches.match(address, options))
    ?? fetch(request);
}

// Windows that show an older edition may still ask for its files. The older caches stay until all these windows are
// closed.
async function takeOver() {
  const own = await caches.open(OWN);
  await own.put(OLDER_WINDOWS, new Response(JSON.stringify(await openWindows())));
  await clients.claim();
}

async function tidy() {
  const noted = await (await caches.open(OWN)).match(OLDER_WINDOWS);
  const open = await openWindows();
  if (!noted || (await noted.json()).some((id) => open.includes(id))) return;
  const names = await caches.keys();
  // Caches after our own belong to a newer edition that is waiting to take over.
  const older = names.slice(0, names.indexOf(OWN)).filter((name) => name.startsWith(OURS));
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function openWindows() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return windows.map(({ id }) => id);
}
