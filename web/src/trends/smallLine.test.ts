import { describe, expect, it } from "vitest";
import { placesOf, stretches } from "./smallLine";

describe("a small line", () => {
  it("breaks where a day has no value, and keeps that day's place", () => {
    expect(stretches([0, 10, null, 10, 0], 0, 10)).toEqual([
      { points: "4,76 77,4", lone: null },
      { points: "223,4 296,76", lone: null },
    ]);
  });

  it("shows a day between two gaps as a point", () => {
    expect(stretches([null, 5, null], 0, 10)).toEqual([{ points: "150,40", lone: { x: 150, y: 40 } }]);
  });

  it("has its marks at the days of the line", () => {
    const dates = ["2026-11-01", "2026-11-02", "2026-11-03"];
    const said = { from: "2026-10-30", to: "2026-11-02", text: "Fair" };
    const mark = { sign: "1", from: "2026-11-01", to: "2026-11-02", said };
    expect(placesOf([mark], dates)).toEqual([{ mark, from: 4, to: 150 }]);
  });

  it("tells zero from nothing", () => {
    expect(stretches([null, null], 0, 10)).toEqual([]);
    expect(stretches([0, 0], 0, 10)).toEqual([{ points: "4,76 296,76", lone: null }]);
  });
});
