import { expect, it } from "vitest";
import { isQuestion, ownTimeZone, questionOf } from "./questions";

it("tells questions from refusals", () => {
  expect(questionOf({ code: "platform_needed" })?.answer).toBe("platform");
  expect(isQuestion({ code: "account_needed" })).toBe(true);
  expect(isQuestion({ code: "unknown_format" })).toBe(false);
  expect(isQuestion({})).toBe(false);
});

it("proposes the zone of the browser", () => {
  expect(questionOf({ code: "time_zone_needed" })?.proposed?.()).toBe(ownTimeZone());
  expect(ownTimeZone()).not.toBe("");
});

it("answers which of several mappings with its number", () => {
  expect(questionOf({ code: "mapping_needed" })?.answer).toBe("mapping");
});
