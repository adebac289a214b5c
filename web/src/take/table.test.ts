import { describe, expect, it } from "vitest";
import { fromCsv, toHtml, toTsv } from "./table";

describe("a table", () => {
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
