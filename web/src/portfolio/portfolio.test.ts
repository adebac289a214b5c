import { describe, expect, it } from "vitest";
import { ariaSort, nextSort, toPortfolioView } from "./portfolio";

describe("the portfolio's address", () => {
  it("keeps what it knows and drops the rest", () => {
    expect(toPortfolioView({ range: "last_7_days", sort: "-followers" })).toEqual({
      range: "last_7_days",
      sort: "-followers",
    });
    expect(toPortfolioView({ range: "toString", sort: "--name", business: "1" })).toEqual({});
    expect(toPortfolioView({ sort: "reach" })).toEqual({});
  });
});

describe("the order", () => {
  it("begins with the most, and turns round the second time", () => {
    expect(nextSort("followers", "name")).toBe("-followers");
    expect(nextSort("followers", "-followers")).toBe("followers");
    expect(nextSort("name", "-followers")).toBe("name");
    expect(nextSort("name", "name")).toBe("-name");
  });

  it("is told to assistive technology", () => {
    expect(ariaSort("posts", "-posts")).toBe("descending");
    expect(ariaSort("posts", "posts")).toBe("ascending");
    expect(ariaSort("posts", "name")).toBe("none");
  });
});
