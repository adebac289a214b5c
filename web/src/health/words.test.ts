import { describe, expect, it } from "vitest";
import type { MissingMetric } from "../api/health";
import { account } from "./testing";
import {
  byUrgency,
  daysLeftInWords,
  faultInWords,
  missingGroups,
  summaryInWords,
  usedInWords,
  wantsSignIn,
  warningOf,
} from "./words";

describe("the accounts of a page", () => {
  it("begin with those that need somebody", () => {
    const accounts = [
      account({ name: "Well" }),
      account({ name: "Paused", state: "paused" }),
      account({ name: "Gone", state: "sign_in_again" }),
      account({ name: "Also gone", state: "sign_in_again" }),
    ];
    expect(byUrgency(accounts).map((one) => one.name)).toEqual(["Also gone", "Gone", "Well", "Paused"]);
  });

  it("are counted by how they stand", () => {
    expect(summaryInWords([account()])).toBe("1 account: 1 is collected well.");
    expect(summaryInWords([account(), account(), account({ state: "sign_in_again" })])).toBe(
      "3 accounts: 1 needs a new sign-in and 2 are collected well.",
    );
  });
});

describe("wantsSignIn", () => {
  it("is where a sign-in mends it, and nowhere else", () => {
    expect(wantsSignIn(account({ state: "sign_in_again" }))).toBe(true);
    expect(wantsSignIn(account({ state: "ends_soon" }))).toBe(true);
    expect(wantsSignIn(account({ state: "troubled", fault: "not_permitted" }))).toBe(true);
    expect(wantsSignIn(account({ state: "troubled", fault: "unavailable" }))).toBe(false);
    expect(wantsSignIn(account({ state: "waiting", fault: "rate_limited" }))).toBe(false);
    expect(wantsSignIn(account())).toBe(false);
  });
});

describe("warningOf", () => {
  it("is none while all is well, or left alone on purpose", () => {
    expect(warningOf([])).toBeUndefined();
    expect(warningOf([account(), account({ days_left: 14 })])).toBeUndefined();
    expect(warningOf([account({ state: "paused", days_left: 3 })])).toBeUndefined();
    expect(warningOf([account({ state: "disconnected", days_left: 0 })])).toBeUndefined();
  });

  it("names what is not collected", () => {
    expect(warningOf([account({ state: "sign_in_again", days_left: 0 })])).toEqual({
      color: "red",
      text: "Nothing is collected from Acme until somebody signs in again.",
    });
    const four = ["A", "B", "C", "D"].map((name) => account({ name, state: "sign_in_again" }));
    expect(warningOf(four)?.text).toBe(
      "Nothing is collected from 4 accounts (A, B, C and 1 more) until somebody signs in again.",
    );
  });

  it("warns before, also of an account that has another trouble", () => {
    expect(
      warningOf([
        account({ state: "ends_soon", days_left: 13 }),
        account({ name: "B", state: "troubled", days_left: 1 }),
      ]),
    ).toEqual({
      color: "yellow",
      text: "The sign-in of Acme and B ends in 1 day: sign in again before.",
    });
  });
});

describe("missingGroups", () => {
  const missing = (metric: string | null, of: string, said: string): MissingMetric => ({
    route: "private",
    metric,
    of,
    said,
    said_said: null,
    since: "2026-11-01T00:00:00Z",
  });

  it("puts metrics of one kind and one reason together", () => {
    expect(
      missingGroups([
        missing("saves", "reels", "Not for reels."),
        missing("shares", "reels", "Not for reels."),
        missing("views", "feed image", "Too old."),
      ]),
    ).toMatchObject([
      { what: "Posts of the kind ‘reels’: saves and shares", said: "Not for reels." },
      { what: "Posts of the kind ‘feed image’: views", said: "Too old." },
    ]);
  });

  it("tells groups apart that read alike but for their reasons", () => {
    const groups = missingGroups([
      missing("saves", "reels", "Too old."),
      missing("saves", "reels", "Too new."),
    ]);
    expect(new Set(groups.map(({ what }) => what)).size).toBe(1);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(2);
  });

  it("tells a refused request from a metric", () => {
    expect(
      missingGroups([missing("saves", "day", "No."), missing(null, "day", "No.")]).map((group) => group.what),
    ).toEqual(["Daily figures: saves", "Daily figures: all that the request ‘private’ asks for"]);
  });
});

describe("words for kinds", () => {
  it("know every fault of a run, and pass on one that is new", () => {
    expect(faultInWords("rate_limited")).toBe("Too many calls for now");
    expect(faultInWords("struck_by_lightning")).toBe("struck by lightning");
  });

  it("say whose limit is used", () => {
    const limit = { share: 0.425, resets_at: null, told_at: "2026-11-01T00:00:00Z" };
    expect(usedInWords({ ...limit, of: "app", endpoint: null })).toBe("The server's app: 43% used");
    expect(usedInWords({ ...limit, of: "endpoint", endpoint: "GET /2/tweets" })).toBe(
      "GET /2/tweets: 43% used",
    );
  });

  it("count days", () => {
    expect([0, 1, 9].map(daysLeftInWords)).toEqual(["within a day", "in 1 day", "in 9 days"]);
  });
});
