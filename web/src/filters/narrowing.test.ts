import { describe, expect, it } from "vitest";
import { chosenCount, OF_ACCOUNTS, OF_POSTS, unheeded, without, withoutNarrowing } from "./narrowing";
import type { View } from "./view";

const VIEW: View = {
  business: 1,
  range: "last_90_days",
  platform: ["linkedin"],
  account: [7, 9],
  label: ["none:pillar"],
};

describe("what narrows a view", () => {
  it("is counted", () => {
    expect(chosenCount(VIEW)).toBe(4);
    expect(chosenCount(VIEW, OF_POSTS)).toBe(1);
    expect(chosenCount({ business: 1, range: "all" })).toBe(0);
  });

  it("goes one by one or all at once, and the rest of the view stays", () => {
    expect(without(VIEW, "account", "7").account).toEqual([9]);
    expect(without(VIEW, "label", "none:pillar").label).toBeUndefined();
    expect(withoutNarrowing(VIEW)).toEqual({ business: 1, range: "last_90_days" });
  });

  it("is named where a part of the page cannot heed it", () => {
    expect(unheeded(VIEW, OF_ACCOUNTS)).toEqual(["labels"]);
    expect(unheeded(VIEW, OF_POSTS)).toEqual(["platforms", "accounts"]);
  });
});
