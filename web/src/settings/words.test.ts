import { expect, test } from "vitest";
import type { ApiKey } from "../api/settings";
import { keyState, ruleInWords, searchFor } from "./words";

const key: ApiKey = {
  key_id: 1,
  name: "Sheet",
  scope: "read",
  beginning: "tmk_1_abcd",
  made_by: "a@example.com",
  state: "good",
  created_at: "2026-11-01T09:00:00Z",
  expires_at: null,
  last_used_at: null,
  revoked_at: null,
};

test("a key says until when it is good and when it was used", () => {
  expect(keyState(key, "UTC", "en-GB")).toBe("Good until it is ended, never used");
  expect(
    keyState(
      { ...key, expires_at: "2027-01-02T00:00:00Z", last_used_at: "2026-11-02T10:30:00Z" },
      "UTC",
      "en-GB",
    ),
  ).toBe("Good until 2 Jan 2027, last used 2 Nov 2026, 10:30");
  expect(keyState({ ...key, state: "expired", expires_at: "2026-11-20T00:00:00Z" }, "UTC", "en-GB")).toBe(
    "Expired 20 Nov 2026",
  );
  expect(keyState({ ...key, state: "revoked", revoked_at: "2026-11-03T00:00:00Z" }, "UTC", "en-GB")).toBe(
    "Ended 3 Nov 2026",
  );
});

test("rules are read as they work", () => {
  expect(ruleInWords({ type: "hashtag", value: "spring" })).toBe("#spring");
  expect(ruleInWords({ type: "text", value: "cold brew", whole_words: true })).toBe("the words “cold brew”");
  expect(ruleInWords({ type: "utm_campaign", value: "x" })).toBe("utm_campaign x");
});

test("what a search finds stands for a rule, where it can", () => {
  expect(searchFor({ type: "hashtag", value: "#spring" })).toBe("#spring");
  expect(searchFor({ type: "text", value: " cold brew " })).toBe("cold brew");
  expect(searchFor({ type: "text", value: " " })).toBeUndefined();
  expect(searchFor({ type: "utm_campaign", value: "x" })).toBeUndefined();
});
