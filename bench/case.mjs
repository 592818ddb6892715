// The 2018 business case: its numbers, what its table prints, and the changes with which every tool is tried.

// The note's drivers. Amounts are in 1.000 kr., shares are parts of 1.
export const DRIVERS = {
  citizens: 150,
  caseload: 25,
  "pay-team": 371.667,
  "pay-outreach": 159,
  "fte-advisor": 2,
  "pay-advisor": 500,
  "fte-lead": 1,
  "pay-lead": 670,
  effect: 0.25,
  benefit: 117.49,
  talks: 4.18,
  offers: 16,
  "one-off": 2.667,
  coordination: 300,
  years: 4,
  anyway: 0,
  "all-pay": 0,
  "all-amounts": 0,
};

// The years of the table, counted from the first.
export const YEARS = [1, 2, 3, 4, 5];

// What keeps its proportion to the effect: half of it in the first year, and 10 of 25 per cent after the effort.
export const OF_EFFECT = { first: 0.5, residual: 0.4 };

// How many years ahead a payback is looked for.
export const HORIZON = 20;

// Costs minus savings by year, in 1.000 kr., as the note's own table has them, and the payback in years that the note prints.
export const PRINTED = { net: [2073, -709, -709, -709, -2105], payback: 4 };

// The driver that changes while the tools are timed, and the values that it takes one after another.
export const DRIVER = "caseload";
export const VALUES = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29];

// Changes that every tool must follow as the engine does, one after another.
export const CHANGES = [
  [DRIVER, 20],
  [DRIVER, 30],
  ["effect", 0.3],
  ["pay-lead", 700],
  ["years", 3],
  ["anyway", 0.1],
  ["all-pay", 0.05],
  ["citizens", 175],
];

const results = ({ net, payback }) => `net ${net.join(", ")}; payback in year ${payback}`;

// Throws where a tool has other results than these.
export function demand(tool, found, expected, when) {
  if (results(found) === results(expected)) return;
  throw new Error(`${tool} does not give the case ${when}: it has ${results(found)}, and not ${results(expected)}.`);
}

// Throws where a tool does not give what the note prints, or what the engine gives after some changes.
export function check(tool, followed) {
  demand(tool.name, { net: tool.net(), payback: tool.payback() }, PRINTED, "as the note prints it");
  CHANGES.forEach(([driver, value], index) => {
    tool.set(driver, value);
    demand(tool.name, { net: tool.net(), payback: tool.payback() }, followed[index], `with ${driver} = ${value}`);
  });
  for (const [driver] of CHANGES) tool.set(driver, DRIVERS[driver]);
  demand(tool.name, { net: tool.net(), payback: tool.payback() }, PRINTED, "after the changes were taken back");
}

// What the engine gives after each of the changes.
export function follow(engine) {
  const followed = CHANGES.map(([driver, value]) => {
    engine.set(driver, value);
    return { net: engine.net(), payback: engine.payback() };
  });
  for (const [driver] of CHANGES) engine.set(driver, DRIVERS[driver]);
  return followed;
}
