import { expect, it } from "vitest";
import type { Note } from "../api/notes";
import type { TrendMarker } from "../api/types";
import { platformMarks } from "./marks";

const note = (day: string, account: number | null) => ({ from: day, to: day, account_id: account }) as Note;
const signs = (marks: { sign: string }[]) => marks.map(({ sign }) => sign).join();

it("marks a platform with what is about it, with the signs of the lists", () => {
  const dates = ["2026-11-01", "2026-11-02"];
  const change = { from: "2026-11-02", to: "2026-11-02", platform: "facebook" } as TrendMarker;
  const notes = [note("2026-11-01", 7), note("2026-11-01", null), note("2026-11-02", 8)];
  const marks = platformMarks(dates, notes, [change], (id) => (id === 7 ? "x" : "facebook"));
  expect(signs(marks.of("x"))).toBe("1,2");
  expect(signs(marks.of("facebook"))).toBe("2,3,A");
  expect(signs(marks.of("tiktok"))).toBe("2");
  expect(signs([...marks.notes, ...marks.breaks])).toBe("1,2,3,A");
});
