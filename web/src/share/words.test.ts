import { expect, test } from "vitest";
import type { Share } from "../api/shares";
import { asOfInWords, filtersInWords, periodInWords, scopeInWords, shareInWords } from "./words";

test("says which posts and accounts are counted, where not all are", () => {
  expect(filtersInWords("")).toBe("");
  expect(filtersInWords("range=last_month&metric=likes")).toBe("");
  expect(filtersInWords("platform=linkedin&platform=x&content_type=reel&account_id=3&account_id=4")).toBe(
    "only LinkedIn and X, 2 accounts, content type reel",
  );
  expect(filtersInWords("label=a&label=b&group=North")).toBe("group North, labels a and b");
});

test("says which days a link shows, and whether they move on", () => {
  expect(periodInWords("analytics", "")).toBe("Last 28 days");
  expect(periodInWords("analytics", "range=this_year")).toBe("This year");
  expect(periodInWords("analytics", "range=last_month&as_of=2026-11-20T12:00:00Z")).toBe(
    "Last month, as it was",
  );
  expect(periodInWords("why", "from=2026-10-01&to=2026-10-31")).toContain("2026");
  expect(periodInWords("best_times", "range=last_7_days")).toBe("The posts of a year");
});

test("says how far a link lets people see", () => {
  expect(scopeInWords("posts", "range=last_month&search=new+roast&platform=x&sort=-likes")).toBe(
    "Last month, only X, with “new roast” in the text",
  );
});

test("says what has become of a link", () => {
  const share: Share = {
    share_id: 4,
    page: "analytics",
    search: "",
    state: "open",
    created_by: null,
    created_at: "2026-11-20T12:00:00Z",
    expires_at: "2026-12-20T12:00:00Z",
    revoked_at: null,
    password: true,
    last_used_at: null,
  };
  expect(shareInWords(share, "UTC")).toMatch(/^until .*2026 · with a password · never opened$/);
  expect(shareInWords({ ...share, state: "revoked", password: false }, "UTC")).toBe(
    "taken back · without a password · never opened",
  );
  expect(shareInWords({ ...share, state: "expired" }, "UTC")).toContain("ended");
});

test("says as of when the numbers are kept", () => {
  expect(asOfInWords("range=last_month", "UTC")).toBeUndefined();
  expect(asOfInWords("as_of=2026-11-20", "UTC")).toMatch(/Nov.*2026/);
  expect(asOfInWords("as_of=2026-11-20T12%3A00%3A00Z", "UTC")).toContain("12:00");
});
