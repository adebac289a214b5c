import { expect, it } from "vitest";
import { faultOf, faultProps, isAboutMapping } from "./faults";

it("leads to the field that a refusal is about", () => {
  const at = (member: string) => faultOf({ code: "bad_mapping", detail: "No.", member }).at;
  expect(at("name")).toBe("name");
  expect(at("missing[0]")).toBe("missing");
  expect(at("columns")).toBe("columns");
  expect(at("columns[13].metric")).toBe("columns[13]");
  expect(at("header_row")).toBe("mapping");
  expect(faultOf({ detail: "No." })).toEqual({ at: "mapping", text: "No." });
});

it("leads to the field that answers what the file leaves open", () => {
  expect(faultOf({ code: "time_zone_needed", detail: "Which?" })).toEqual({
    at: "time_zone",
    text: "Which?",
  });
  expect(isAboutMapping({ code: "time_zone_needed" })).toBe(true);
  expect(isAboutMapping({ code: "account_needed" })).toBe(false);
});

it("shows the refusal at its field only", () => {
  const fault = { at: "columns[1]", text: "No." };
  expect(faultProps(fault, "columns[1]")).toMatchObject({ error: "No." });
  expect(faultProps(fault, "columns[10]")).toEqual({});
  expect(faultProps(undefined, "name")).toEqual({});
});
