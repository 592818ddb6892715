// The case as a spreadsheet, which every spreadsheet engine can load: drivers above, one column a year below.
import { DRIVERS, HORIZON, OF_EFFECT, YEARS } from "../case.mjs";

const names = Object.keys(DRIVERS);
const columns = ["B", "C", "D", "E", "F"];
const last = columns.at(-1);

// The cell of a driver: its row counts from 1, its value is in column B.
export const rowOf = (driver) => names.indexOf(driver) + 1;
const $ = (driver) => `$B$${rowOf(driver)}`;

const labels = [...names, "effect-first", "residual", "consultants", "year", "runs", "share", "benefits", "interviews", "programme"];
labels.push("better-coordination", "single-benefits", "savings", "project-lead", "outreach", "ips-team", "abuse-consultants");
labels.push("costs", "net", "cumulative", "unpaid", "payback");
export const row = (label) => labels.indexOf(label) + 1;

const effectFirst = `$B$${row("effect-first")}`;
const residual = `$B$${row("residual")}`;
const consultants = `$B$${row("consultants")}`;
const perOutcome = (amount) => (c) =>
  `=ROUND(${$("citizens")}*${c}${row("share")}*${$(amount)}*(1-${$("anyway")})*(1+${$("all-amounts")}),0)`;
const staff = (posts, pay) => (c) => `=ROUND(${posts}*${$(pay)}*(1+${$("all-pay")})*(1+${$("all-amounts")})*${c}${row("runs")},0)`;
const sum = (from, to) => (c) => `=SUM(${c}${row(from)}:${c}${row(to)})`;
const before = (c) => columns[columns.indexOf(c) - 1];

const byYear = {
  year: (c) => YEARS[columns.indexOf(c)],
  runs: (c) => `=IF(${c}${row("year")}<=${$("years")},1,0)`,
  share: (c) => `=IF(${c}${row("runs")}=0,${residual},IF(${c}${row("year")}=1,${effectFirst},${$("effect")}))`,
  benefits: perOutcome("benefit"),
  interviews: perOutcome("talks"),
  programme: perOutcome("offers"),
  "better-coordination": (c) =>
    `=ROUND(${$("coordination")}*${c}${row("runs")}*IF(${c}${row("year")}=1,0.5,1)*(1+${$("all-amounts")}),0)`,
  "single-benefits": perOutcome("one-off"),
  savings: sum("benefits", "single-benefits"),
  "project-lead": staff($("fte-lead"), "pay-lead"),
  outreach: staff(consultants, "pay-outreach"),
  "ips-team": staff(consultants, "pay-team"),
  "abuse-consultants": staff($("fte-advisor"), "pay-advisor"),
  costs: sum("project-lead", "abuse-consultants"),
  net: (c) => `=${c}${row("costs")}-${c}${row("savings")}`,
  cumulative: (c) => (before(c) ? `=${before(c)}${row("cumulative")}+${c}${row("net")}` : `=${c}${row("net")}`),
  // The last year so far at whose end something is left to pay back; 0 if there is none.
  unpaid: (c) => `=IF(${c}${row("cumulative")}>0,${c}${row("year")},${before(c) ? `${before(c)}${row("unpaid")}` : 0})`,
};

// The first year from which on nothing is left to pay back; past the table the last year's saving goes on. 0 if there is none.
const end = `${last}${row("unpaid")}`;
const beyond = `${YEARS.length}+ROUNDUP(${last}${row("cumulative")}/${last}${row("savings")},0)`;
const goesOn = `IF(${last}${row("savings")}<=0,0,IF(${beyond}<=${HORIZON},${beyond},0))`;

const single = {
  "effect-first": `=${OF_EFFECT.first}*${$("effect")}`,
  residual: `=${OF_EFFECT.residual}*${$("effect")}`,
  consultants: `=${$("citizens")}/${$("caseload")}`,
  payback: `=IF(${end}<${YEARS.length},${end}+1,${goesOn})`,
};

// The sheet, row by row: a label, then a driver's value, a single formula, or one formula a year.
export const sheet = labels.map((label) => {
  if (label in DRIVERS) return [label, DRIVERS[label]];
  return label in byYear ? [label, ...columns.map(byYear[label])] : [label, single[label]];
});
