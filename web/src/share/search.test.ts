import { expect, test } from "vitest";
import { looksOf, searchOf, toVisitSearch } from "./search";

test("a view is told to the server in its own names, without whose it is", () => {
  expect(
    searchOf("analytics", {
      business: 1,
      range: "last_month",
      platform: ["linkedin", "x"],
      metric: "likes",
      account: [3],
      type: ["reel"],
    }),
  ).toBe("range=last_month&platform=linkedin&platform=x&metric=likes&account_id=3&content_type=reel");
  expect(searchOf("why", { business: 1 })).toBe("");
});

test("visitors take over in which form numbers are shown, and nothing of what is counted", () => {
  expect(looksOf("range=last_month&platform=x&metric=likes&bars=posts&explain=impressions")).toEqual({
    metric: "likes",
    bars: "posts",
    explain: "impressions",
  });
});

test("the address of a visit names no business", () => {
  expect(toVisitSearch({ business: "2", metric: "likes" })).toEqual({ metric: "likes" });
});

test("an audience is narrowed by accounts alone", () => {
  expect(
    searchOf("audience", { range: "last_month", type: ["reel"], basis: "activity", group: ["North"] }),
  ).toBe("range=last_month&group=North");
});
