import { describe, expect, it } from "vitest";
import type { Why, WhyEffect, WhyTotal } from "../api/why";
import { waterfall } from "./waterfall";

const effect = (change: number, name: WhyEffect["effect"] = "volume") =>
  ({ effect: name, change }) as WhyEffect;
const total = (previous: number, value: number) =>
  ({ previous, value, change: value - previous }) as WhyTotal;

describe("the waterfall", () => {
  it("goes from the number before to the number now", () => {
    const found = waterfall(
      { effects: [effect(-30), effect(10, "mix")], apart: [effect(0, "too_young")] } as Why,
      total(100, 80),
    );
    expect(found.steps).toHaveLength(2);
    expect(found.steps[0]?.from).toBeCloseTo(found.previous);
    expect(found.steps[1]?.from).toBeCloseTo(found.steps[0]?.to ?? 0);
    expect(found.steps[1]?.to).toBeCloseTo(found.value);
    expect(found.previous).toBeCloseTo(0.96);
    expect(found.steps[0]?.to).toBeCloseTo(0.04);
  });

  it("keeps what is apart last", () => {
    const found = waterfall(
      { effects: [effect(-30)], apart: [effect(-5, "too_young")] } as Why,
      total(100, 65),
    );
    expect(found.steps.map((step) => step.apart)).toEqual([false, true]);
  });

  it("stands in the middle where nothing changed", () => {
    expect(waterfall({ effects: [effect(0)], apart: [] as WhyEffect[] } as Why, total(5, 5)).value).toBe(0.5);
  });
});
