import { describe, expect, it } from "vitest";
import type { Finding } from "../api/insights";
import { verdictOn } from "./verdict";

const finding = (type: Finding["type"], metric: string | null, value = 0.4) => ({
  type,
  metric,
  account: null,
  subject: null,
  evidence: { value },
});

describe("whether a change is unusual", () => {
  it("is what the findings of the view say", () => {
    const findings = [
      finding("change", "reach"),
      finding("level_shift", "impressions"),
      finding("within_variation", "likes"),
      finding("untested_change", "shares"),
    ];
    expect(verdictOn("reach", 40, findings)).toBe("unusual");
    expect(verdictOn("impressions", 40, findings)).toBe("unusual");
    expect(verdictOn("likes", 40, findings)).toBe("usual");
    expect(verdictOn("shares", 40, findings)).toBe("untold");
    expect(verdictOn("comments", 40, findings)).toBe("untold");
  });

  it("is not taken from a level or a week that moved the other way", () => {
    expect(verdictOn("reach", -40, [finding("level_shift", "reach")])).toBe("untold");
    expect(verdictOn("reach", -40, [finding("week_change", "reach", -0.3)])).toBe("unusual");
    expect(verdictOn("reach", null, [finding("level_shift", "reach")])).toBe("untold");
  });

  it("does not follow from days, records or parts", () => {
    const account = { id: 1, platform: "x" as const, handle: "a", name: "A" };
    expect(verdictOn("reach", 40, [finding("unusual_day", "reach"), finding("record_day", "reach")])).toBe(
      "untold",
    );
    expect(verdictOn("reach", 40, [{ ...finding("change", "reach"), account }])).toBe("untold");
    expect(verdictOn("reach", 40, [{ ...finding("change", "reach"), subject: "reel" }])).toBe("untold");
  });
});
