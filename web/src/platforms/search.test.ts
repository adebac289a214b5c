import { expect, test } from "vitest";
import { ariaSort, columnsOf, nextSort, sortOf, toPlatformsView } from "./search";

test("keeps what means something in an address and drops the rest", () => {
  expect(
    toPlatformsView({ business: "3", figures: "views", per: "post", sort: "-reach", types: "posts" }),
  ).toEqual({ business: 3, figures: "views", per: "post", sort: "-reach", types: "posts" });
  expect(toPlatformsView({ figures: "toString", per: "day", sort: "-nothing", types: "x" })).toEqual({});
});

test("leaves the first choices out of the address", () => {
  expect(toPlatformsView({ figures: "summary", per: "total", types: "engagement" })).toEqual({});
});

test("orders by the first column, the most first, where the address asks for a column that is not shown", () => {
  expect(sortOf({})).toBe("-followers");
  expect(sortOf({ figures: "views", sort: "followers" })).toBe("-impressions");
  expect(sortOf({ figures: "views", sort: "reach" })).toBe("reach");
  expect(sortOf({ figures: "views", sort: "-platform" })).toBe("-platform");
});

test("reads names from A and figures from the largest, and turns round", () => {
  expect(nextSort("platform", "-followers")).toBe("platform");
  expect(nextSort("platform", "platform")).toBe("-platform");
  expect(nextSort("reach", "platform")).toBe("-reach");
  expect(nextSort("reach", "-reach")).toBe("reach");
  expect(ariaSort("reach", "-reach")).toBe("descending");
  expect(ariaSort("reach", "reach")).toBe("ascending");
  expect(ariaSort("reach", "-posts")).toBe("none");
});

test("knows the columns of each set", () => {
  expect(columnsOf({ figures: "rates" })).toEqual(["engagement_rate", "virality", "ctr", "follower_growth"]);
});
