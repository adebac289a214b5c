import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Business, Job } from "../api/types";
import { speak } from "../text/language";
import { collectedInFull, collectedInWords, isActive, isOlder, jobInWords, versionsOf } from "./words";

const running: Job = {
  job_id: 17,
  business_id: 1,
  kind: "refresh",
  account_id: null,
  status: "running",
  url: "/api/v1/jobs/17?business_id=1",
  requested_by: null,
  created_at: "2026-11-20T12:00:00Z",
  started_at: "2026-11-20T12:00:01Z",
  finished_at: null,
  attempts: 1,
  progress: { done: 2, total: 8, text: "Collecting X @harbour.", text_said: null },
  result: null,
  problem: null,
  note: null,
  note_said: null,
};

describe("jobInWords", () => {
  it("counts the account at work, not those that are done", () => {
    expect(jobInWords(running)).toBe("3 of 8: Collecting X @harbour.");
    expect(
      jobInWords({ ...running, progress: { done: 8, total: 8, text: "Collected.", text_said: null } }),
    ).toBe("8 of 8: Collected.");
  });

  it("says only what is done while nobody knows how much there is", () => {
    expect(jobInWords({ ...running, progress: { done: 0, total: 0, text: "Begun.", text_said: null } })).toBe(
      "Begun.",
    );
  });

  it("tells why it failed", () => {
    const problem = {
      code: "collection_failed",
      detail: "X @harbour: the permission was withdrawn.",
      detail_said: null,
    };
    expect(jobInWords({ ...running, status: "failed", problem })).toBe(problem.detail);
    expect(jobInWords({ ...running, status: "failed" })).toBe("The refresh failed.");
  });
});

describe("jobInWords in German", () => {
  beforeAll(() => speak("de", ["de-DE"]));
  afterAll(() => speak("en"));

  it("says what is done, and why it failed, from what the sentences are made from", () => {
    const account = { kind: "name", value: "X @harbour" } as const;
    const progress = {
      ...running.progress,
      text_said: { code: "refresh_collecting", values: { account } } as const,
    };
    expect(jobInWords({ ...running, progress })).toBe("3 von 8: X @harbour wird abgerufen.");
    const problem = {
      code: "gave_up",
      detail: "…",
      detail_said: { code: "refresh_nothing_connected", values: {} } as const,
    };
    expect(jobInWords({ ...running, status: "failed", problem })).toMatch(
      /^Es ist kein Konto mehr verbunden/,
    );
  });
});

const harbour: Business = {
  business_id: 1,
  name: "Harbour",
  time_zone: "Europe/Berlin",
  week_start: "monday",
  demo: false,
  fiscal_year_start: 1,
  engagement: "public",
  er_by: {},
  refreshable: true,
  last_collected_at: "2026-11-20T12:00:00Z",
  next_run_at: "2026-11-20T13:10:00Z",
};
const at = (instant: string) => Date.parse(instant);
const noon = at("2026-11-20T12:04:30Z");

describe("collectedInWords", () => {
  beforeAll(() => speak("en", ["en-GB"]));
  afterAll(() => speak("en"));

  it("says how long ago and when again, on the business's clock", () => {
    expect(collectedInWords(harbour, noon)).toBe("Collected 4 min ago · next 14:10");
    expect(collectedInWords(harbour, at("2026-11-20T12:00:20Z"))).toBe("Collected just now · next 14:10");
    expect(collectedInWords(harbour, at("2026-11-20T13:10:00Z"))).toBe("Collected 1 hr ago · next now");
    expect(collectedInFull(harbour)).toBe("Collected last: 20 Nov 2026, 13:00\nNext run: 20 Nov 2026, 14:10");
  });

  it("names the day of a run that is far away", () => {
    const next = (next_run_at: string) => collectedInWords({ ...harbour, next_run_at }, noon);
    expect(next("2026-11-21T13:10:00Z")).toBe("Collected 4 min ago · next Sat 14:10");
    expect(next("2026-12-01T13:10:00Z")).toBe("Collected 4 min ago · next 1 Dec, 14:10");
  });

  it("tells what was never collected from what is not collected any more", () => {
    const never = { ...harbour, last_collected_at: null };
    expect(collectedInWords(never, noon)).toBe("Not collected yet · next 14:10");
    expect(collectedInWords({ ...harbour, next_run_at: null }, at("2026-11-23T12:00:00Z"))).toBe(
      "Collected 3 days ago · no next run",
    );
    const files = { ...never, refreshable: false, next_run_at: null };
    expect(collectedInWords(files, noon)).toBe("Files only");
    expect(collectedInFull(files)).toBe("No account is connected: numbers come from files.");
  });
});

describe("collectedInWords in German", () => {
  beforeAll(() => speak("de", ["de-DE"]));
  afterAll(() => speak("en"));

  it("reads as one would say it", () => {
    expect(collectedInWords(harbour, noon)).toBe("Abgerufen vor 4 Min. · wieder 14:10");
  });
});

describe("isActive", () => {
  it("is what waits or runs", () => {
    expect(isActive(running)).toBe(true);
    expect(isActive({ ...running, status: "queued" })).toBe(true);
    expect(isActive({ ...running, status: "done" })).toBe(false);
  });
});

describe("versionsOf", () => {
  it("differs when either version does", () => {
    expect(versionsOf('{"data_version": 4, "freshness_version": 5}')).toBe("4-5");
    expect(versionsOf('{"data_version": 4, "freshness_version": 6}')).toBe("4-6");
  });

  it("is nothing for what is no such event", () => {
    expect(versionsOf("{}")).toBeUndefined();
    expect(versionsOf("half an ev")).toBeUndefined();
  });
});

describe("an answer", () => {
  it("is older than an event that names later data", () => {
    expect(isOlder({ data_version: 41 }, "42-90")).toBe(true);
    expect(isOlder({ data_version: 42 }, "42-90")).toBe(false);
    expect(isOlder({ jobs: [] }, "42-90")).toBe(false);
    expect(isOlder(undefined, "42-90")).toBe(false);
  });
});
