import { describe, expect, it } from "vitest";
import { grouped, type Item, matching } from "./items";

const item = (group: string, name: string): Item => ({ id: name, group, name, run: () => {} });
const ITEMS = [
  item("Pages", "Best times"),
  item("Accounts", "Acme Coffee (LinkedIn)"),
  item("Accounts", "Acme Coffee (X)"),
  item("Metrics", "Video views"),
];

describe("the palette finds", () => {
  it("what has all words, in any order and case", () => {
    expect(matching(ITEMS, "linkedin ACME").map(({ name }) => name)).toEqual(["Acme Coffee (LinkedIn)"]);
    expect(matching(ITEMS, "metrics video")).toHaveLength(1);
    expect(matching(ITEMS, "nothing")).toEqual([]);
    expect(matching(ITEMS, "  ")).toHaveLength(ITEMS.length);
  });

  it("so many of a group and no more", () => {
    const many = Array.from({ length: 20 }, (_, i) => item("Accounts", `Account ${i}`));
    expect(matching([...many, ...ITEMS], "a").filter(({ group }) => group === "Accounts")).toHaveLength(15);
  });

  it("and shows it by group", () => {
    expect(grouped(ITEMS).map(({ group, items }) => [group, items.length])).toEqual([
      ["Pages", 1],
      ["Accounts", 2],
      ["Metrics", 1],
    ]);
  });
});
