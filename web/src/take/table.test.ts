import { describe, expect, it } from "vitest";
import { fromCsv, tableOf, toCsv, toHtml, toTsv } from "./table";

describe("a table", () => {
  const table = tableOf([
    { name: "A", followers: { value: 0, change: null }, tags: ["x"] },
    { name: "B", followers: { value: null }, posts: 3 },
  ]);

  it("spreads objects over columns and keeps missing apart from zero", () => {
    expect(table.columns).toEqual(["name", "followers.value", "followers.change", "tags", "posts"]);
    expect(table.rows).toEqual([
      ["A", 0, null, '["x"]', null],
      ["B", null, null, null, 3],
    ]);
  });

  it("is written as CSV and read again", () => {
    const csv = toCsv(table);
    expect(csv).toBe('name,followers.value,followers.change,tags,posts\r\nA,0,,"[""x""]",\r\nB,,,,3\r\n');
    expect(fromCsv(csv)).toEqual({
      columns: table.columns,
      rows: [
        ["A", "0", null, '["x"]', null],
        ["B", null, null, null, "3"],
      ],
    });
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["@me", "'@me"],
    ["-5", "'-5"],
    ["007", "'007"],
    ["1234567890123456", "'1234567890123456"],
    ["12e5", "'12e5"],
    ["'=1", "''=1"],
    ["", '""'],
    ["a, b", '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    ["plain 1-2", "plain 1-2"],
  ])("guards the text %j", (text, cell) => {
    expect(toCsv({ columns: ["c"], rows: [[text]] })).toBe(`c\r\n${cell}\r\n`);
  });

  it("leaves numbers alone", () => {
    expect(toCsv({ columns: ["c"], rows: [[-5], [0.5], [true]] })).toBe("c\r\n-5\r\n0.5\r\ntrue\r\n");
  });

  it("reads quotes, lines inside cells, and empty cells apart from empty texts", () => {
    expect(fromCsv('a,b,c\r\n"x ""y""\nz","",\r\n1,,3\r\n').rows).toEqual([
      ['x "y"\nz', "", null],
      ["1", null, "3"],
    ]);
    expect(() => fromCsv('a\r\n"open')).toThrow();
  });

  it("goes to the clipboard as lines and as a table", () => {
    const small = {
      columns: ["day", "likes"],
      rows: [["1 <b>", 5] as const, ["a\tb", null] as const].map((r) => [...r]),
    };
    expect(toTsv(small)).toBe('day\tlikes\n1 <b>\t5\n"a\tb"\t');
    expect(toHtml(small)).toBe(
      "<table><thead><tr><th>day</th><th>likes</th></tr></thead><tbody><tr><td>1 &lt;b&gt;</td><td>5</td></tr><tr><td>a\tb</td><td></td></tr></tbody></table>",
    );
  });
});
