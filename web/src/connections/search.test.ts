import { describe, expect, it } from "vitest";
import { toConnectionsSearch } from "./search";

describe("toConnectionsSearch", () => {
  it("reads whose connections and what came of a sign-in", () => {
    expect(toConnectionsSearch({ business: "1", connection: "2001" })).toEqual({
      business: 1,
      connection: 2001,
    });
    expect(toConnectionsSearch({ business: 1, problem: "expired" })).toEqual({
      business: 1,
      problem: "expired",
    });
  });

  it("drops what means nothing", () => {
    expect(
      toConnectionsSearch({ business: "-1", connection: "x", problem: "<b>", range: "all", other: ["1"] }),
    ).toEqual({});
  });
});
