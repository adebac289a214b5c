import { describe, expect, it } from "vitest";
import { CONNECTIONS, HOME, PORTFOLIO } from "../auth/returnTo";
import { PAGE_KEYS } from "../keys/pages";
import { AT_HAND, PAGES, searchFor } from "./pages";

const page = (path: string) => {
  const found = PAGES.find(({ to }) => to === path);
  if (!found) throw new Error(path);
  return found;
};

describe("every page of the navigation", () => {
  it("is there once, and has a key", () => {
    const paths = PAGES.map(({ to }) => to);
    expect(new Set(paths).size).toBe(paths.length);
    expect(Object.values(PAGE_KEYS).sort()).toEqual([...paths].sort());
    expect(paths).toEqual(expect.arrayContaining([...AT_HAND]));
  });
});

describe("along to a page", () => {
  const search = { business: 1, range: "last_week", platform: ["x"], metric: "likes" } as const;

  it("about figures goes the view", () => {
    expect(searchFor(page(HOME), { ...search, platform: ["x"] }, 2)).toEqual({
      business: 2,
      range: "last_week",
      platform: ["x"],
    });
  });

  it("of a business goes that, and to all businesses nothing", () => {
    expect(searchFor(page(CONNECTIONS), { ...search, platform: ["x"] }, 2)).toEqual({ business: 2 });
    expect(searchFor(page(CONNECTIONS), {}, undefined)).toEqual({});
    expect(searchFor(page(PORTFOLIO), { ...search, platform: ["x"] }, 2)).toEqual({});
  });
});
