// Runs Lighthouse, as on a phone, on the places of the built page, and prints its scores. It fails where one is below 100, and says why.
//
// node run.mjs DIRECTORY [PART]   the built page; only the places whose addresses contain the part
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { serve } from "./serve.mjs";

// The front, a note, what its answer rests on, and the findings, in both languages.
const PLACES = [
  "",
  "ips-2018/",
  "ips-2018/#v=1&screen=sensitivity&note=ips-2018",
  "#v=1&screen=findings",
  "modsigelser/",
  "en/",
  "en/ips-2018/",
  "en/ips-2018/#v=1&screen=sensitivity&note=ips-2018&lang=en",
  "en/#v=1&screen=findings&lang=en",
];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TIMES = { FCP: "first-contentful-paint", LCP: "largest-contentful-paint", TBT: "total-blocking-time" };
// A run while other programs were busy says little of the page, so the best of so many counts.
const RUNS = 3;
const SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

// The scores of a place, in hundredths, its times in milliseconds, and what is not as it should be.
async function measure(url, port) {
  const { lhr } = await lighthouse(url, { port, logLevel: "error", output: [], onlyCategories: CATEGORIES });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = CATEGORIES.map((category) => Math.round(lhr.categories[category].score * 100));
  const times = Object.values(TIMES).map((audit) => lhr.audits[audit].numericValue);
  const faults = CATEGORIES.flatMap((category) =>
    lhr.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => `${category}, ${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}${of(lhr.audits[id])}`),
  );
  return { scores, times, faults };
}

// What a fault is about, such as the elements.
function of({ details }) {
  const items = (details?.items ?? []).map(({ node, url, source, description }) => node?.snippet ?? url ?? description ?? source?.url);
  return items.filter((item) => item !== undefined).map((item) => `\n    ${item}`).join("");
}

const best = (runs) => runs.reduce((one, other) => (other.scores[0] > one.scores[0] ? other : one));

async function main() {
  const [directory, part = ""] = process.argv.slice(2);
  const server = await serve(directory);
  const origin = `http://127.0.0.1:${server.address().port}/`;
  const isWhole = [];
  console.log([...CATEGORIES, ...Object.keys(TIMES)].join("  "));
  for (const place of PLACES.filter((place) => place.includes(part))) {
    const runs = [];
    while (runs.length < RUNS && !runs.some(({ scores }) => scores.every((score) => score === 100))) {
      // The reader prefers the language of the document: in another one all of it would be replaced.
      const prefs = { intl: { accept_languages: place.startsWith("en/") ? "en" : "da" } };
      const chrome = await launch({ chromePath: "chromium", chromeFlags: SWITCHES, prefs, logLevel: "error" });
      try {
        runs.push(await measure(origin + place, chrome.port));
      } finally {
        chrome.kill();
      }
    }
    const { scores, times, faults } = best(runs);
    const printed = [...scores.map(String), ...times.map((time) => `${time.toFixed(0)} ms`)];
    const heads = [...CATEGORIES, ...Object.keys(TIMES)];
    console.log(`${printed.map((text, column) => text.padStart(heads[column].length)).join("  ")}  /${place}`);
    const isFull = scores.every((score) => score === 100);
    if (!isFull) faults.forEach((fault) => console.log(`  ${fault}`));
    isWhole.push(isFull);
  }
  server.close();
  if (!isWhole.every(Boolean)) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
