import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const SOURCES = join(import.meta.dirname, "..");

function pages(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [path] : [];
  });
}

/** What only stands in what a finding rests on, so that whoever spells it shows a part of it. */
const PARTS = /\b(n_eff|provisional_share)\b/;
/** Where these names are allowed: the one component, a lift that has a number of the same name, and a sample for tests. */
const KNOWN = ["evidence/EvidenceInfo.tsx", "times/SlotFacts.tsx", "works/testing.ts"];

describe("what findings rest on", () => {
  it("is shown by one component alone, which shows it whole", () => {
    const others = pages(SOURCES)
      .filter((path) => PARTS.test(readFileSync(path, "utf8")))
      .map((path) => path.slice(SOURCES.length + 1));
    expect(others.sort()).toEqual(KNOWN);
  });

  it("is told of wherever findings are shown", () => {
    const showing = pages(SOURCES)
      .filter((path) => readFileSync(path, "utf8").includes("<EvidenceInfo"))
      .map((path) => path.slice(SOURCES.length + 1).split("/")[0]);
    expect([...new Set(showing)].sort()).toEqual([
      "digest",
      "insights",
      "performance",
      "posts",
      "times",
      "trends",
      "why",
      "works",
    ]);
  });
});
