// The case in Publicodes: one rule a driver, and one for each line and year.
import Engine from "publicodes";

import { DRIVERS, HORIZON, OF_EFFECT, YEARS } from "../case.mjs";

const last = YEARS.length;
// A name may have no digit behind a hyphen.
const name = (id) => id.replaceAll("-", " ");

function rules() {
  const rules = Object.fromEntries(Object.entries(DRIVERS).map(([id, value]) => [name(id), { valeur: value }]));
  rules["effect first"] = { valeur: `${OF_EFFECT.first} * effect` };
  rules.residual = { valeur: `${OF_EFFECT.residual} * effect` };
  rules.consultants = { valeur: "citizens / caseload" };
  const rounded = (formula) => ({ valeur: formula, arrondi: "oui" });
  const amounts = "(1 + all amounts)";
  for (const year of YEARS) {
    const running = year === 1 ? "effect first" : "effect";
    rules[`runs y${year}`] = { variations: [{ si: `years >= ${year}`, alors: 1 }, { sinon: 0 }] };
    rules[`share y${year}`] = { variations: [{ si: `years >= ${year}`, alors: running }, { sinon: "residual" }] };
    const perOutcome = (amount) => rounded(`citizens * share y${year} * ${amount} * (1 - anyway) * ${amounts}`);
    const staff = (posts, pay) => rounded(`${posts} * ${pay} * (1 + all pay) * ${amounts} * runs y${year}`);
    rules[`benefits y${year}`] = perOutcome("benefit");
    rules[`interviews y${year}`] = perOutcome("talks");
    rules[`programme y${year}`] = perOutcome("offers");
    rules[`coordination y${year}`] = rounded(`coordination * ${year === 1 ? 0.5 : 1} * ${amounts} * runs y${year}`);
    rules[`single benefits y${year}`] = perOutcome("one off");
    const savings = ["benefits", "interviews", "programme", "coordination", "single benefits"];
    rules[`savings y${year}`] = { somme: savings.map((line) => `${line} y${year}`) };
    rules[`project lead y${year}`] = staff("fte lead", "pay lead");
    rules[`outreach y${year}`] = staff("consultants", "pay outreach");
    rules[`ips team y${year}`] = staff("consultants", "pay team");
    rules[`abuse consultants y${year}`] = staff("fte advisor", "pay advisor");
    const costs = ["project lead", "outreach", "ips team", "abuse consultants"];
    rules[`costs y${year}`] = { somme: costs.map((line) => `${line} y${year}`) };
    rules[`net y${year}`] = { valeur: `costs y${year} - savings y${year}` };
    rules[`cumulative y${year}`] = { valeur: year === 1 ? "net y1" : `cumulative y${year - 1} + net y${year}` };
  }
  // Past the table the last year's saving goes on; 0 where that is not enough within the horizon. The years are rounded up, which
  // Publicodes cannot: of whole numbers, what is left less a half, divided, and half a year more is rounded to the same.
  rules["years beyond"] = rounded(`${last} + (cumulative y${last} - 0.5) / savings y${last} + 0.5`);
  const latestFirst = [...YEARS].reverse().slice(1);
  rules.payback = {
    variations: [
      { si: { "toutes ces conditions": [`cumulative y${last} > 0`, `savings y${last} <= 0`] }, alors: 0 },
      { si: { "toutes ces conditions": [`cumulative y${last} > 0`, `years beyond > ${HORIZON}`] }, alors: 0 },
      { si: `cumulative y${last} > 0`, alors: "years beyond" },
      ...latestFirst.map((year) => ({ si: `cumulative y${year} > 0`, alors: year + 1 })),
      { sinon: 1 },
    ],
  };
  return rules;
}

export async function open() {
  const engine = new Engine(rules());
  const value = (rule) => engine.evaluate(rule).nodeValue;
  return {
    name: "Publicodes",
    set: (driver, value) => engine.setSituation({ [name(driver)]: value }, { keepPreviousSituation: true }),
    payback: () => value("payback"),
    net: () => YEARS.map((year) => value(`net y${year}`)),
  };
}
