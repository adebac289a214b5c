import { describe, expect, it } from "vitest";
import type { MappedColumn, TableMapping } from "../api/types";
import {
  dateOrderOf,
  examples,
  mappingInWords,
  mappingOf,
  mappingText,
  meaningOf,
  stillOpen,
  unitOf,
  withColumn,
  withMeaning,
  withUnit,
} from "./mapping";

const day: MappedColumn = { name: "Day", role: "ignored" };
const views: MappedColumn = { name: "Views", role: "metric", metric: "video_views" };

const mapping: TableMapping = {
  name: "report",
  rows: "account_days",
  platform: null,
  account: null,
  columns: [day, views],
  date_order: null,
  time_zone: null,
  decimal: null,
  missing: [],
};

function suggesting(open: string[], header: string[] = [], sample: string[][] = []) {
  return { mapping, open, header, sample };
}

describe("the meaning of a column", () => {
  it("is one choice, whether role or metric", () => {
    expect(meaningOf(views)).toBe("metric:video_views");
    expect(withMeaning(day, "day")).toEqual({ name: "Day", role: "day" });
    expect(withMeaning({ ...views, unit: "hours" }, "metric:impressions")).toEqual({
      name: "Views",
      role: "metric",
      metric: "impressions",
    });
  });
});

describe("the order of dates", () => {
  it("is told where the examples leave one only", () => {
    expect(dateOrderOf(["2026-11-20", "2026-11-21"])).toBe("ymd");
    expect(dateOrderOf(["3/4/2026", "13/4/2026"])).toBe("dmy");
    expect(dateOrderOf(["3/4/2026", "3/14/2026"])).toBe("mdy");
    expect(dateOrderOf(["1767225600"])).toBe("epoch_seconds");
    expect(dateOrderOf(["3/4/2026"])).toBeNull();
    expect(dateOrderOf([])).toBeNull();
  });

  it("follows from the column that becomes a day, unless it was said", () => {
    const suggestion = suggesting([], ["Day", "Views"], [["2026-11-20", "4"]]);
    expect(withColumn(suggestion, mapping, 0, "day").date_order).toBe("ymd");
    expect(withColumn(suggestion, { ...mapping, date_order: "mdy" }, 0, "day").date_order).toBe("mdy");
  });
});

describe("the unit of a column", () => {
  const watched: MappedColumn = { name: "Watched", role: "metric", metric: "watch_time_seconds" };

  it("is asked of durations only", () => {
    expect(unitOf(watched)).toBe("seconds");
    expect(unitOf(views)).toBeUndefined();
  });

  it("changes one column", () => {
    const changed = withUnit({ ...mapping, columns: [day, watched] }, 1, "minutes");
    expect(changed.columns).toEqual([day, { ...watched, unit: "minutes" }]);
  });
});

describe("what is still open", () => {
  const told: TableMapping = { ...mapping, platform: "threads", account: "acme", date_order: "ymd" };
  const id: MappedColumn = { name: "Id", role: "post_id" };
  const time: MappedColumn = { name: "Time", role: "published_at" };
  const text: MappedColumn = { name: "Text", role: "text" };
  const open = (change: Partial<TableMapping>, asked: string[] = []) =>
    stillOpen({ ...told, ...change }, suggesting(asked));

  it("is said in words, until nothing is", () => {
    expect(stillOpen({ ...mapping, name: " " }, suggesting([]))).toEqual([
      "a name",
      "the platform",
      "the account",
      "which column holds the day",
    ]);
    expect(open({ columns: [{ name: "Day", role: "day" }, views] })).toEqual([]);
    expect(open({ columns: [{ name: "Day", role: "day" }] })).toEqual(["which column holds a number"]);
  });

  it("asks of posts by what they are known", () => {
    expect(open({ rows: "posts", columns: [time, views] })).toEqual([
      "which column tells one post from another (its id or address, or time and text)",
    ]);
    expect(open({ rows: "posts", columns: [time, text, views] })).toEqual([]);
    expect(open({ rows: "posts", columns: [id, views] })).toEqual([]);
  });

  it("asks for a zone where the file leaves it open and a column of times is taken", () => {
    expect(open({ rows: "posts", columns: [id, time, views] }, ["time_zone"])).toEqual([
      "the time zone of times",
    ]);
    expect(open({ rows: "posts", columns: [id, time, views], time_zone: "UTC" }, ["time_zone"])).toEqual([]);
    expect(open({ rows: "posts", columns: [id, views] }, ["time_zone"])).toEqual([]);
    expect(
      open({ rows: "posts", columns: [id, time, views], date_order: "epoch_seconds" }, ["time_zone"]),
    ).toEqual([]);
  });
});

describe("the mapping as it is sent", () => {
  it("comes back as it was, with members that the dialog does not show", () => {
    const full = { ...mapping, account: "acme", missing: ["-1"], content_types: { Foto: "image" } };
    expect(mappingOf(mappingText(full))).toEqual(full);
  });

  it("says nothing where a field holds only spaces", () => {
    const sent = mappingOf(mappingText({ ...mapping, name: " report ", account: " ", time_zone: " UTC " }));
    expect(sent).toMatchObject({ name: "report", account: null, time_zone: "UTC" });
  });
});

it("says in words what a mapping reads", () => {
  expect(mappingInWords({ ...mapping, platform: "x", account: "acme" })).toBe("A day of an account, X, acme");
  expect(mappingInWords({ ...mapping, rows: "posts" })).toBe("A post, with its numbers to date");
});

describe("examples of a column", () => {
  const suggestion = suggesting(
    [],
    ["Views", "Day", "Views"],
    [
      ["1", "a", "7"],
      ["2", "b", ""],
      ["3", "c", "9"],
      ["4", "d", "10"],
    ],
  );

  it("are values of the right one of two columns of a name", () => {
    expect(examples(suggestion, { name: "Views", role: "ignored" })).toBe("1 · 2 · 3");
    expect(examples(suggestion, { name: "Views", occurrence: 2, role: "ignored" })).toBe("7 · 9 · 10");
    expect(examples(suggestion, { name: "Gone", role: "ignored" })).toBe("");
  });

  it("are found whatever the case, the spaces and the length of the name", () => {
    expect(examples(suggestion, { name: " VIEWS", role: "ignored" })).toBe("1 · 2 · 3");
    const long = "n".repeat(150);
    const shown = suggesting([], [long.slice(0, 100)], [["1"]]);
    expect(examples(shown, { name: long, role: "ignored" })).toBe("1");
  });

  it("do not say the same twice", () => {
    const shown = suggesting([], ["Network"], [["Mastodon"], ["Mastodon"], ["X"]]);
    expect(examples(shown, { name: "Network", role: "platform" })).toBe("Mastodon · X");
  });

  it("are cut where they are long", () => {
    const shown = suggesting([], ["Text"], [["t".repeat(90)]]);
    expect(examples(shown, { name: "Text", role: "text" })).toBe(`${"t".repeat(40)}…`);
  });
});
