import { describe, expect, it } from "vitest";
import { keepView } from "./keepView";

const VIEW: { business: number; [name: string]: unknown } = {
  business: 1,
  range: "last_90_days",
  platform: ["linkedin"],
  metric: "likes",
};

describe("the view, on the way through pages about no figures", () => {
  it("stays beside what such a page has in its address", () => {
    expect(keepView({ search: VIEW, next: () => ({ business: 1, section: "keys" }) })).toEqual({
      business: 1,
      range: "last_90_days",
      platform: ["linkedin"],
      section: "keys",
    });
  });

  it("goes to another business without the accounts and platforms of this one", () => {
    expect(keepView({ search: VIEW, next: () => ({ business: 2 }) })).toEqual({
      business: 2,
      range: "last_90_days",
    });
  });
});
