import { describe, expect, it } from "vitest";
import type { OfferedAccount } from "../api/connections";
import { firstChoice, isChoosable, offerInWords, problemInWords, repliesInWords, urgencyOf } from "./words";

const offer: OfferedAccount = {
  connector: "linkedin",
  external_id: "urn:li:organization:1",
  platform: "linkedin",
  handle: "acme",
  name: "Acme",
  obstacle: null,
  obstacle_said: null,
  account_id: null,
  connection_id: null,
  status: null,
};

describe("urgencyOf", () => {
  it("rises 14, 7 and 1 days before the end", () => {
    const at = (days_left: number) => urgencyOf({ status: "ends_soon", days_left });
    expect([13, 8, 7, 2, 1, 0].map(at)).toEqual(["notice", "notice", "soon", "soon", "now", "now"]);
  });

  it("is none while all is well, and highest once it is over", () => {
    expect(urgencyOf({ status: "good", days_left: 3 })).toBe("none");
    expect(urgencyOf({ status: "sign_in_again", days_left: null })).toBe("now");
  });
});

describe("an account that is offered", () => {
  it("can be chosen unless something stands in the way or it is collected already", () => {
    expect(isChoosable(offer)).toBe(true);
    expect(isChoosable({ ...offer, status: "disconnected" })).toBe(true);
    expect(isChoosable({ ...offer, status: "collecting" })).toBe(false);
    expect(isChoosable({ ...offer, status: "paused" })).toBe(false);
    expect(isChoosable({ ...offer, obstacle: "It is private." })).toBe(false);
  });

  it("says why it cannot be chosen in the platform's words first", () => {
    expect(offerInWords({ ...offer, obstacle: "It is private.", status: "collecting" })).toBe(
      "It is private.",
    );
    expect(offerInWords(offer)).toBeUndefined();
  });

  it("is ticked at first only where it is the only one", () => {
    const second = { ...offer, external_id: "urn:li:organization:2" };
    expect(firstChoice([offer])).toEqual([offer.external_id]);
    expect(firstChoice([offer, second])).toEqual([]);
    expect(firstChoice([offer, { ...second, obstacle: "No." }])).toEqual([offer.external_id]);
    expect(firstChoice([])).toEqual([]);
  });
});

describe("problemInWords", () => {
  it("says what to do, also of what it does not know", () => {
    expect(problemInWords("expired")).toContain("ten minutes");
    expect(problemInWords("constructor_of_something")).toContain("Connect again");
  });
});

describe("repliesInWords", () => {
  it("says what holds from now on", () => {
    expect(repliesInWords("Acme", true)).toBe("Replies of Acme are collected too from now on.");
    expect(repliesInWords("Acme", false)).toBe("Replies of Acme are not collected any more.");
  });
});
