import { describe, expect, it } from "vitest";
import type { Finding } from "../api/insights";
import { verdictOn } from "./verdict";

const finding = (type: Finding["type"], metric: Finding["metric"]) => ({
  type,
  metric,
  account: null,
  subject: null,
});

describe("whether a change is unusual", () => {
  it("is what the findings of the view say", () => {
    const findings = [
      finding("change", "reach"),
      finding("level_shift", "impressions"),
      finding("within_variation", "likes"),
      finding("untested_change", "shares"),
    ];
    expect(verdictOn("reach", findings)).toBe("unusual");
    expect(verdictOn("impressions", findings)).toBe("unusual");
    expect(verdictOn("likes", findings)).toBe("usual");
    expect(verdictOn("shares", findings)).toBe("untold");
    expect(verdictOn("comments", findings)).toBe("untold");
  });

  it("does not follow from days, records or parts", () => {
    const account = { id: 1, platform: "x" as const, handle: "a", name: "A" };
    expect(verdictOn("reach", [finding("unusual_day", "reach"), finding("record_day", "reach")])).toBe(
      "untold",
    );
    expect(verdictOn("reach", [{ ...finding("change", "reach"), account }])).toBe("untold");
    expect(verdictOn("reach", [{ ...finding("change", "reach"), subject: "reel" }])).toBe("untold");
  });
});
