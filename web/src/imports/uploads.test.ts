import { describe, expect, it } from "vitest";
import type { Import, Problem, TableMapping } from "../api/types";
import { type Asked, refusing, type UploadState } from "./uploads";

const mapping: TableMapping = {
  name: "report",
  rows: "posts",
  platform: "x",
  account: "acme",
  columns: [],
  date_order: "ymd",
  time_zone: null,
  decimal: null,
  missing: [],
};

function trial(id: number, problem: Problem): Import {
  return {
    import_id: id,
    business_id: 1,
    status: "failed",
    file: "report.csv",
    format: null,
    accounts: [],
    recorded_at: null,
    observed_at: null,
    undone_at: null,
    dry_run: true,
    period: null,
    rows: {
      total: 0,
      posts: 0,
      days: 0,
      duplicates: 0,
      totals: 0,
      breakdowns: 0,
      notes: 0,
      rejected: 0,
    },
    stored: { posts_new: 0, posts_known: 0, post_snapshots: 0, daily_facts: 0, breakdown_facts: 0 },
    totals: [],
    rejects: [],
    warnings: [],
    warnings_said: [],
    progress: { rows: 0, bytes_read: 0, bytes_total: 0 },
    problem,
  };
}

function asked(id: number, problem: Problem): Asked {
  return { step: "asked", result: trial(id, problem), problem };
}

describe("a file that was tried with a mapping", () => {
  const suggestion = { mapping, open: [], header: [], sample: [] };
  const tried = asked(1, { code: "unknown_format", suggestion });

  it("leads back to the mapping where that answers the refusal, with the number of the newest try", () => {
    const zone = { code: "time_zone_needed", detail: "Which zone?" };
    expect(refusing(tried, asked(2, zone))).toMatchObject({
      problem: { suggestion },
      refused: zone,
      result: { import_id: 2 },
    });
    const lacking = { code: "unknown_column", detail: "No such column." };
    expect(refusing(tried, { step: "ended", result: trial(3, lacking) })).toMatchObject({
      problem: { suggestion },
      refused: lacking,
    });
  });

  it("goes on where it was read, or where something else is asked", () => {
    const read: UploadState = { step: "reading", progress: null, trial: true };
    expect(refusing(tried, read)).toBeUndefined();
    expect(refusing(tried, asked(2, { code: "account_needed" }))).toBeUndefined();
  });
});

it("does not make a mapping of another question", () => {
  const zone = asked(1, { code: "time_zone_needed" });
  expect(refusing(zone, asked(2, { code: "time_zone_needed" }))).toBeUndefined();
});
