// What the types of the package say. It is compiled, and never run: a wrong type is an error of the compiler.
import { breakEven, evaluate, evaluateMany, findings, load, notes, parseLink, range } from "indsatsregner";
import type { ErrorCode, EngineError, Outcome, Payback, ScenarioInput, Summary } from "indsatsregner";

// Payback can be told apart by its kind.
function words(payback: Payback): string {
  switch (payback.kind) {
    case "reached":
      return `${payback.years} ${payback.year satisfies number} ${payback.byTheRest satisfies boolean}`;
    case "not-within":
      return `${payback.horizon} ${payback.ahead satisfies number | null}`;
    case "only-afterwards":
    case "no-costs":
    case "no-savings":
      return payback.kind;
  }
}

const outcome: Outcome = evaluate("v=1&note=ips-2018");
const cells: number[] | undefined = outcome.lines[0]?.cells;
const exact: string | null = outcome.figures.costPerOutcome;

const scenario: ScenarioInput = { note: "ips-2018", drivers: { effect: "12.5", caseload: 20 }, seenFrom: null };
const summaries: Summary[] = evaluateMany([scenario, load(scenario), parseLink("").scenario]);
const limits = breakEven(load(scenario), "effect", 4);
const least: string | null = limits.kind === "at-least" ? limits.value : null;
const net: [number, number] | undefined = range(scenario)?.net;
const code: ErrorCode = "unknown-driver";
const told = (error: EngineError): [ErrorCode, string | null, string] => [error.code, error.driver, error.message];
const about: string | undefined = findings()[0]?.about?.en ?? notes()[0]?.name.da;

// @ts-expect-error: a perspective is a text.
load(scenario).payback(4);
// @ts-expect-error: there is no such way to count posts.
evaluate({ note: "ips-2018", posts: "some" });
// @ts-expect-error: a scenario has a note.
evaluate({ drivers: {} });
// @ts-expect-error: a driver takes a number or a text.
load(scenario).set("caseload", true);

export const all = [words, cells, exact, summaries, least, net, code, told, about];
