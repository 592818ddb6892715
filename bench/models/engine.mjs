// The case in the package, through its JavaScript calls.

// A share is per cent there and an amount kroner; the case has parts of 1 and 1.000 kr.
function scale(unit) {
  if (unit.startsWith("kroner")) return 1000;
  return unit.startsWith("per-cent") ? 100 : 1;
}

export async function open({ load, notes }) {
  const scenario = load("v=1&note=ips-2018");
  const { drivers } = notes().find(({ id }) => id === "ips-2018");
  const scales = new Map(drivers.map(({ id, unit }) => [id, scale(unit)]));
  return {
    name: "Indsatsregner",
    // No value of the case has more digits; a binary fraction that was multiplied may.
    set: (driver, value) => scenario.set(driver, scales.get(driver) === 1 ? value : (value * scales.get(driver)).toFixed(2)),
    payback: () => Number(scenario.payback().years ?? 0),
    net: () => scenario.summary().net,
  };
}
