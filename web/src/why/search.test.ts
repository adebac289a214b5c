import { describe, expect, it } from "vitest";
import { toWhyView } from "./search";

describe("the address of a change", () => {
  it("holds the view and how far it is drilled down", () => {
    expect(
      toWhyView({ business: "1", range: "last_month", explain: "impressions", account: "7", type: "image" }),
    ).toEqual({ business: 1, range: "last_month", explain: "impressions", account: [7], type: ["image"] });
  });

  it("drops what means nothing", () => {
    expect(toWhyView({ explain: "karma", account: "-3", type: "<b>" })).toEqual({});
  });
});
