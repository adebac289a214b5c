import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import text from "../../../docs/methods.md?raw";
import { blocksOf, Markdown } from "./Markdown";
import { headingsOf, sectionOf, slug } from "./sections";

describe("the page of methods", () => {
  it("finds the section of a method, whatever its version", () => {
    expect(sectionOf(text, "usual_variation/2")).toBe("What changed");
    expect(sectionOf(text, "record/1")).toBe("Records");
    expect(sectionOf(text, "no_such_method/1")).toBeUndefined();
    expect(slug("What changed")).toBe("what-changed");
  });

  it("lists its sections, each with an anchor of its own", () => {
    const headings = headingsOf(text);
    expect(headings).toContain("Breaking out");
    expect(headings).not.toContain("Changes of level");
    expect(new Set(headings.map(slug)).size).toBe(headings.length);
  });

  it("writes headings with anchors, tables, lists and emphasis", () => {
    const html = renderToStaticMarkup(
      <Markdown
        text={"## One `a`\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n- x\n- y *z*\n\n[w](u.md) <b>"}
      />,
    );
    expect(html).toContain('<h2 id="one-a">One <code>a</code></h2>');
    expect(html).toContain("<td>1</td><td><strong>2</strong></td>");
    expect(html).toContain("<ul><li>x</li><li>y <em>z</em></li></ul>");
    expect(html).toContain("<p>w &lt;b&gt;</p>");
  });

  it("keeps code in one block", () => {
    expect(blocksOf("a\n\n```\nb\n\nc\n```\n\nd")).toEqual(["a", "```\nb\n\nc\n```", "d"]);
  });
});
