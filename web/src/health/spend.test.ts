import { describe, expect, it } from "vitest";
import { callsInWords, forecastInWords, limitsInWords, spendInWords } from "./spend";
import { spend } from "./testing";

const GB = "en-GB";
const allowed = (calls_per_day: number | null, dollars_per_month: number | null) => ({
  budget: { calls_per_day, dollars_per_month },
});

describe("calls", () => {
  it("stand against what is allowed", () => {
    expect(callsInWords(spend(), GB)).toBe("41");
    expect(callsInWords(spend({ ...allowed(5000, null), failed_today: 3 }), GB)).toBe(
      "41 of 5,000, 3 failed",
    );
    expect(callsInWords(spend(allowed(41, null)), GB)).toBe("41 of 41, used up");
    expect(callsInWords(spend({ ...allowed(0, null), calls_today: 0 }), GB)).toBe("0 of 0, used up");
  });
});

describe("money", () => {
  it("is told where the platform charges, and where it has charged", () => {
    expect(spendInWords(spend(), GB)).toBe("US$15.60");
    expect(spendInWords(spend(allowed(null, 30)), GB)).toBe("US$15.60 of US$30.00");
    expect(spendInWords(spend({ billed: false, dollars_this_month: 0 }), GB)).toBe("Costs nothing");
    expect(spendInWords(spend({ billed: false }), GB)).toBe("US$15.60");
    expect(spendInWords(spend({ ...allowed(null, 5), billed: false, dollars_this_month: 0 }), GB)).toBe(
      "US$0.00 of US$5.00",
    );
  });

  it("is forecast from the second day of the month on", () => {
    expect(forecastInWords(spend(), GB)).toBe("US$19.50");
    expect(forecastInWords(spend(allowed(null, 19)), GB)).toBe("US$19.50, more than you allow");
    expect(forecastInWords(spend({ dollars_forecast: null }), GB)).toBe("From the second day on");
    expect(forecastInWords(spend({ billed: false, dollars_this_month: 0 }), GB)).toBe("–");
  });
});

describe("limits", () => {
  it("name what is limited, and none where nothing is", () => {
    expect(limitsInWords(allowed(null, null).budget, GB)).toBe("None");
    expect(limitsInWords(allowed(0, null).budget, GB)).toBe("0 calls a day");
    expect(limitsInWords(allowed(500, 12.5).budget, GB)).toBe("500 calls a day and US$12.50 a month");
  });
});
