// Keeps one whole edition of the page for when there is no network. The edition is the page's version; each file comes
// with the hash of its content, so that nothing of another edition is ever kept with it.
const VERSION = "";
const FILES = [];

const scope = new URL("./", location).href;
// Caches belong to the origin, which may hold several such pages.
const OURS = `indsatsregner ${scope} `;
const OWN = OURS + VERSION;
const KEPT = new Set(FILES.map(([address]) => new URL(address, scope).href));
// In the cache, beside the files: the windows that were open when this edition took over.
const OLDER_WINDOWS = new URL("older-windows", scope).href;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(skipWaiting());
  if (event.data === "tidy") event.waitUntil(tidy());
});
addEventListener("fetch", (event) => {
  const address = keptAs(event.request);
  if (address) event.respondWith(kept(address, event.request));
});

// All or nothing: an edition that is half there while a host is still copying is not installed.
async function fill() {
  const wasThere = await caches.has(OWN);
  const cache = await caches.open(OWN);
  try {
    await Promise.all(FILES.map(async ([address, integrity]) => {
      // What a version names never changes. What lasts comes from the network, past the browser's own cache: that would
      // have us wait for the page, which may be asking for the same.
      const request = new Request(address, { integrity, cache: address.startsWith("v-") ? "default" : "no-store" });
      const answer = await fetch(request);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      // Made anew, for an answer that was led elsewhere may not be given to a navigation.
      await cache.put(address, new Response(answer.body, { headers: answer.headers }));
    }));
  } catch (error) {
    if (!wasThere) await caches.delete(OWN);
    throw error;
  }
}

// The address under which a request is kept, whatever its query says. Parts of older editions count as well.
function keptAs({ method, url }) {
  if (method !== "GET" || !url.startsWith(scope)) return undefined;
  const { origin, pathname } = new URL(url);
  const address = origin + pathname === `${scope}index.html` ? scope : origin + pathname;
  return KEPT.has(address) || address.startsWith(`${scope}v-`) ? address : undefined;
}

async function kept(address, request) {
  const options = { ignoreVary: true };
  const own = await caches.open(OWN);
  return await own.match(address, options)
    ?? await (KEPT.has(address) ? undefined : caches.match(address, options))
    ?? fetch(request);
}

// Windows that show an older edition may still ask for its parts, so these stay until the last of them is gone.
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
  // What comes after is an edition that waits.
  const older = names.slice(0, names.indexOf(OWN)).filter((name) => name.startsWith(OURS));
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function openWindows() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return windows.map(({ id }) => id);
}
