import { expect, it } from "vitest";
import { isQuestion, questionOf } from "./questions";

it("tells questions from refusals", () => {
  expect(questionOf({ code: "platform_needed" })?.answer).toBe("platform");
  expect(isQuestion({ code: "account_needed" })).toBe(true);
  expect(isQuestion({ code: "unknown_format" })).toBe(false);
  expect(isQuestion({})).toBe(false);
});
