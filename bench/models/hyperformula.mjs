// The case in HyperFormula. It computes again what depends on a changed cell.
import { HyperFormula } from "hyperformula";

import { YEARS } from "../case.mjs";
import { row, rowOf, sheet } from "./sheet.mjs";

export async function open() {
  const engine = HyperFormula.buildFromArray(sheet, { licenseKey: "gpl-v3" });
  const value = (label, column) => engine.getCellValue({ sheet: 0, row: row(label) - 1, col: column });
  return {
    name: "HyperFormula",
    set: (driver, value) => engine.setCellContents({ sheet: 0, row: rowOf(driver) - 1, col: 1 }, value),
    payback: () => value("payback", 1),
    net: () => YEARS.map((year) => value("net", year)),
  };
}
