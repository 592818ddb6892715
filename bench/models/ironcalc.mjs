// The case in IronCalc, whose wasm computes the sheet again after each input.
import init, { Model } from "@ironcalc/wasm";

import { YEARS } from "../case.mjs";
import { row, rowOf, sheet } from "./sheet.mjs";

// `wasm` is where the wasm is, or its bytes.
export async function open(wasm) {
  await init({ module_or_path: wasm });
  const model = new Model("case", "en", "UTC", "en");
  model.pauseEvaluation();
  sheet.forEach((cells, index) => cells.forEach((cell, column) => model.setUserInput(0, index + 1, column + 1, String(cell))));
  model.resumeEvaluation();
  model.evaluate();
  const value = (label, column) => Number(model.getFormattedCellValue(0, row(label), column + 1));
  return {
    name: "IronCalc",
    set: (driver, value) => model.setUserInput(0, rowOf(driver), 2, String(value)),
    payback: () => value("payback", 1),
    net: () => YEARS.map((year) => value("net", year)),
  };
}
