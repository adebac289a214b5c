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

test("pages keep in which order and form they were shared", () => {
  expect(looksOf("range=all&sort=-likes&column=likes&column=saves&per=post&search=tea")).toEqual({
    sort: "-likes",
    column: ["likes", "saves"],
    per: "post",
  });
});

test("the address of a visit names no business", () => {
  expect(toVisitSearch({ business: "2", metric: "likes", post: "7" })).toEqual({
    metric: "likes",
    post: "7",
  });
});

test("the address of a visit holds by what times are judged, and which is looked at", () => {
  expect(looksOf("range=last_7_days&account_id=3&metric=er")).toEqual({ metric: "er" });
  expect(toVisitSearch({ metric: "er", slot: "9" })).toEqual({ metric: "er", slot: "9" });
});

test("an audience is narrowed by accounts alone", () => {
  expect(
    searchOf("audience", { range: "last_month", type: ["reel"], basis: "activity", group: ["North"] }),
  ).toBe("range=last_month&group=North");
});

test("a list of posts is shared with its search, order and columns, and without what is open over it", () => {
  expect(
    searchOf("posts", {
      business: 1,
      compare: "previous_year",
      metric: "likes",
      search: "tea ",
      sort: "-likes",
      column: ["likes", "saves"],
      post: 7,
    }),
  ).toBe("search=tea&sort=-likes&column=likes&column=saves");
});

test("the best times are those of one account, by whatever they are judged", () => {
  expect(
    searchOf("best_times", { range: "last_7_days", account: [3], platform: ["x"], metric: "er", slot: 9 }),
  ).toBe("range=last_7_days&account_id=3&metric=er");
});
