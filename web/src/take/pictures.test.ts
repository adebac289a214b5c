import { describe, expect, it } from "vitest";
import { smallPicture } from "../trends/smallPicture";
import { bars, ranges } from "./bars";
import { framed, wrapped } from "./frame";
import { sheet } from "./sheet";

describe("a picture", () => {
  const drawn = { svg: "<path/>", width: 400, height: 100, legend: ["What <it> means."] };

  it("says what it is of, whose and what it means", () => {
    const { svg, width, height } = framed(drawn, {
      title: "Trend: Likes",
      business: "A & B",
      period: "1–7 Nov 2026",
      demo: true,
    });
    expect(width).toBe(448);
    expect(height).toBeGreaterThan(200);
    expect(svg).toContain(">Trend: Likes</text>");
    expect(svg).toContain(">A &amp; B · 1–7 Nov 2026</text>");
    expect(svg).toContain(">What &lt;it&gt; means.</text>");
    expect(svg).toContain("Demonstration data: invented");
    expect(svg).toContain("<path/>");
  });

  it("claims no demonstration of real data, and wraps its small print", () => {
    const { svg } = framed(drawn, { title: "T", business: undefined, period: undefined, demo: false });
    expect(svg).not.toContain("Demonstration");
    expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapped("unbreakable", 3)).toEqual(["unbreakable"]);
  });
});

describe("bars", () => {
  it("are as long as their values, and a missing one has none", () => {
    const { svg, height } = bars(
      [
        { name: "X", value: 50, text: "50", color: "#777777" },
        { name: "Threads", value: 100, text: "100", color: "#999933" },
        { name: "TikTok", value: null, text: "– not provided", color: "#44aa99" },
        { name: "Zero", value: 0, text: "0", color: "#000000" },
      ],
      [],
    );
    expect(height).toBe(120);
    expect(svg.match(/<rect[^>]*width="([\d.]+)"/g)).toHaveLength(3);
    expect(svg).toContain('width="240" height="16" rx="2" fill="#777777"');
    expect(svg).toContain('width="480" height="16" rx="2" fill="#999933"');
    expect(svg).toContain("– not provided");
  });

  it("show ranges around zero, and nothing where nothing is known", () => {
    const { svg } = ranges(
      [
        { name: "Mon", guess: 0.1, range: [-0.2, 0.4], text: "+10%" },
        { name: "Tue", guess: null, range: null, text: "not known" },
      ],
      [],
    );
    expect(svg.match(/<rect/g)).toHaveLength(2);
    expect(svg).toContain('x="270" y="11" width="360"');
  });
});

describe("small charts", () => {
  it("break where a day is missing and say where nothing is", () => {
    const dates = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"];
    const said = { from: "2026-11-03", to: "2026-11-03", text: "Fair" };
    const mark = { sign: "1", from: said.from, to: said.to, said };
    const { svg, height, legend } = smallPicture(
      [
        {
          name: "A",
          values: [1, 2, null, 3, 4],
          imported: [true, false, false, false, false],
          marks: [mark],
        },
        { name: "B", values: [null, null], imported: [false, false], marks: [] },
      ],
      { dates, fromZero: true, format: String, legend: ["Likes."] },
    );
    expect(svg.match(/<polyline/g)).toHaveLength(2);
    expect(svg).toContain("No value in this period");
    expect(svg).toContain('<line x1="150" x2="150"');
    expect(height).toBe(150);
    expect(legend[0]).toBe("Likes.");
    expect(svg.match(/<circle[^>]*fill="#ffffff"/g)).toHaveLength(1);
    expect(legend.at(-1)).toContain("Hollow dots: imported from files");
  });
});

describe("what a panel says", () => {
  const table = {
    columns: ["Post", "Likes"],
    rows: [
      ["A & B", "1,234"],
      ["A long text that goes on and on, ".repeat(6), "–"],
    ],
  };

  it("is written down as lines and tables", () => {
    const { svg, height } = sheet([{ line: "Two <posts>." }, table]);
    expect(svg).toContain(">Two &lt;posts&gt;.</text>");
    expect(svg).toContain(">A &amp; B</text>");
    expect(svg.match(/text-anchor="end"[^>]*>(?:Likes|1,234|–)</g)).toHaveLength(3);
    expect(svg.match(/<line/g)).toHaveLength(3);
    // Long texts are broken into lines within their column, and take their room.
    expect(
      Math.max(...[...svg.matchAll(/>([^<]*)<\/text>/g)].map(([, text]) => text?.length ?? 0)),
    ).toBeLessThan(125);
    expect(height).toBeGreaterThan(sheet([{ ...table, rows: table.rows.slice(0, 1) }]).height + 40);
  });

  it("is wider where there are many columns", () => {
    const names = Array.from({ length: 12 }, (_, at) => `A long column ${at}`);
    const { svg, width } = sheet([{ columns: names, rows: [names] }]);
    expect(width).toBeGreaterThan(1200);
    expect(svg).toContain(`x2="${width}"`);
    expect(sheet([table]).width).toBe(860);
  });

  it("has some height even where it says nothing", () => {
    expect(sheet([]).height).toBeGreaterThan(0);
  });
});
