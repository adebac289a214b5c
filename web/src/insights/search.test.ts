import { expect, it } from "vitest";
import { toInsightsSearch } from "./search";

it("keeps what is meaningful in an address", () => {
  expect(toInsightsSearch({ business: "3", kind: "record", dismissed: "true" })).toEqual({
    business: 3,
    kind: "record",
    dismissed: true,
  });
  expect(toInsightsSearch({ kind: "toString", dismissed: "no" })).toEqual({});
});
