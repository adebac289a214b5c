import { describe, expect, it } from "vitest";
import type { Import } from "../api/types";
import {
  changesInWords,
  outcomeInWords,
  percentRead,
  placeInWords,
  rowsInWords,
  storedInWords,
} from "./words";

const rows = {
  total: 38,
  posts: 8,
  days: 30,
  duplicates: 0,
  totals: 0,
  breakdowns: 0,
  notes: 0,
  rejected: 0,
};

const done: Import = {
  import_id: 7,
  business_id: 1,
  status: "done",
  file: "page.xls",
  format: null,
  accounts: [],
  recorded_at: null,
  observed_at: null,
  undone_at: null,
  dry_run: false,
  period: null,
  rows,
  stored: { posts_new: 8, posts_known: 0, post_snapshots: 8, daily_facts: 30, breakdown_facts: 0 },
  totals: [],
  rejects: [],
  warnings: [],
  warnings_said: [],
  progress: { rows: 38, bytes_read: 100, bytes_total: 100 },
  problem: null,
};

describe("the row account", () => {
  it("names what there is and nothing else", () => {
    expect(rowsInWords(rows)).toBe("38 rows: 8 posts and 30 days.");
    expect(
      rowsInWords({
        total: 6,
        posts: 1,
        days: 0,
        duplicates: 1,
        totals: 1,
        breakdowns: 1,
        notes: 0,
        rejected: 2,
      }),
    ).toBe("6 rows: 1 post, 1 breakdown, 1 total, 1 duplicate and 2 rows rejected.");
    expect(rowsInWords({ ...rows, total: 0, posts: 0, days: 0 })).toBe("0 rows.");
  });

  it("says what was stored", () => {
    const none = { posts_new: 0, posts_known: 0, post_snapshots: 0, daily_facts: 0, breakdown_facts: 0 };
    expect(storedInWords({ ...none, posts_new: 1, daily_facts: 1500 })).toBe(
      "Stored 1 new post and 1,500 daily values.",
    );
    expect(storedInWords(none)).toBeUndefined();
  });
});

describe("what a trial would change", () => {
  const none = { posts_new: 0, posts_changed: 0, posts_same: 0, days_new: 0, days_changed: 0, days_same: 0 };

  it("names the new, then the known", () => {
    expect(
      changesInWords({ ...none, posts_new: 2, posts_changed: 1, days_changed: 3, days_same: 1200 }),
    ).toBe(
      "It brings 2 new posts, new numbers of 1 known post and 3 revised daily values. Known already: 1,200 daily values.",
    );
  });

  it("says so when nothing is new", () => {
    expect(changesInWords({ ...none, posts_same: 1 })).toBe(
      "It brings no new numbers. Known already: 1 post.",
    );
  });
});

describe("the outcome", () => {
  it("is one sentence for each end", () => {
    expect(outcomeInWords(done)).toBe("page.xls is imported. 38 rows: 8 posts and 30 days.");
    expect(outcomeInWords({ ...done, status: "unchanged", same_as: 3 })).toMatch(/before, as import 3/);
    expect(outcomeInWords({ ...done, status: "failed" })).toBe("page.xls was not imported.");
  });

  it("keeps the row account of what was undone", () => {
    expect(outcomeInWords({ ...done, status: "undone" })).toBe(
      "The import of page.xls was undone. It had 38 rows: 8 posts and 30 days.",
    );
  });

  it("says where in the file", () => {
    expect(placeInWords({ file: "a.zip", part: "posts.csv", row: 7, column: "Likes" })).toBe(
      "a.zip, posts.csv, row 7, column Likes",
    );
    expect(placeInWords({ detail: "No." })).toBeUndefined();
  });
});

it("knows how far the reading is, or that it does not know", () => {
  expect(percentRead({ rows: 1, bytes_read: 50, bytes_total: 200 })).toBe(25);
  expect(percentRead({ rows: 1, bytes_read: 0, bytes_total: 0 })).toBeUndefined();
  expect(percentRead(null)).toBeUndefined();
});
