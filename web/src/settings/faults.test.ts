import { expect, test } from "vitest";
import { ApiError } from "../api/client";
import { faultOf, otherFault } from "./faults";
import { toSettingsSearch } from "./search";

test("a fault stands at the field that the server names", () => {
  const bad = new ApiError(400, { parameter: "time_zone", detail: "No such zone." });
  expect(faultOf(bad, "time_zone")).toBe("No such zone.");
  expect(faultOf(bad, "name")).toBeUndefined();
  expect(otherFault(bad, ["name", "time_zone"])).toBeUndefined();
  expect(otherFault(bad, ["name"])).toBe("No such zone.");
});

test("a fault within a list stands at the list", () => {
  const bad = new ApiError(400, { member: "rules[1].value", detail: "Too short." });
  expect(faultOf(bad, "rules")).toBe("Too short.");
  expect(faultOf(bad, "rule")).toBeUndefined();
});

test("what is no answer of the server belongs to no field", () => {
  expect(faultOf(new Error("gone"), "name")).toBeUndefined();
  expect(otherFault(new Error("gone"), ["name"])).toBe("gone");
  expect(otherFault(null, ["name"])).toBeUndefined();
});

test("an address names a section, and the first is not written", () => {
  expect(toSettingsSearch({ business: "2", section: "keys" })).toEqual({ business: 2, section: "keys" });
  expect(toSettingsSearch({ section: "business" })).toEqual({});
  expect(toSettingsSearch({ section: "constructor" })).toEqual({});
});
