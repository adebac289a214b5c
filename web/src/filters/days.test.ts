import { expect, it } from "vitest";
import { dayStart } from "./days";

it.each([
  ["2026-11-03", "Europe/Berlin", "2026-11-02T23:00:00Z"],
  // The day after the clock was put back, and the day on which it was.
  ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00Z"],
  ["2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00Z"],
  ["2026-11-03", "America/Los_Angeles", "2026-11-03T08:00:00Z"],
  ["2026-11-03", "Asia/Kathmandu", "2026-11-02T18:15:00Z"],
])("a day begins when its zone says: %s in %s", (day, zone, instant) => {
  expect(new Date(dayStart(day, zone)).toISOString()).toBe(instant.replace("Z", ".000Z"));
});
