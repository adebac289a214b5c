import { describe, expect, it } from "vitest";
import { isLabelFilter, labelFilters, labelInWords } from "./labels";

describe("a filter by label", () => {
  it.each(["campaign:Spring: sale", "not:pillar:Coffee", "none:market"])("%s is one", (text) => {
    expect(isLabelFilter(text)).toBe(true);
  });

  it.each(["Spring", "colour:red", "campaign:", "none:colour", "none:campaign:Spring", 7])(
    "%j is none",
    (text) => {
      expect(isLabelFilter(text)).toBe(false);
    },
  );

  it("reads as words", () => {
    expect(labelInWords("campaign:Spring: sale")).toBe("Campaign: Spring: sale");
    expect(labelInWords("not:pillar:Coffee")).toBe("Not Pillar: Coffee");
    expect(labelInWords("none:market")).toBe("No market");
  });

  it("is offered only for kinds in use", () => {
    expect(labelFilters([{ kind: "campaign", name: "Spring" }])).toEqual([
      "campaign:Spring",
      "not:campaign:Spring",
      "none:campaign",
    ]);
    expect(labelFilters([])).toEqual([]);
  });
});
