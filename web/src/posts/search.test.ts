import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "../filters/view";
import { DEFAULT_COLUMNS } from "./columns";
import {
  ariaSort,
  columnsOf,
  laterSort,
  NEWEST_FIRST,
  nextSort,
  toPostsView,
  withColumns,
  withPost,
  withRows,
  withSearch,
  withSort,
} from "./search";

describe("the address of the posts", () => {
  it("holds the view, the search, the order, the columns and the open post", () => {
    const raw = parseSearch(
      "?business=1&range=all&platform=x&search=new+roast&sort=-likes&column=likes&column=account&post=4711",
    );
    expect(toPostsView(raw)).toEqual({
      business: 1,
      range: "all",
      platform: ["x"],
      search: "new roast",
      sort: "-likes",
      column: ["account", "likes"],
      post: 4711,
    });
  });

  it("reads what it writes", () => {
    const view = toPostsView(parseSearch("?business=2&search=a%26b&sort=reach&column=saves"));
    expect(toPostsView(parseSearch(stringifySearch({ ...view })))).toEqual(view);
  });

  it("drops what means nothing", () => {
    expect(
      toPostsView({ search: "  ", sort: "-followers", column: ["karma"], post: "0", range: "ever" }),
    ).toEqual({});
  });

  it("leaves the usual order away", () => {
    expect(toPostsView({ sort: NEWEST_FIRST })).toEqual({});
    expect(withSort({ sort: "likes" }, NEWEST_FIRST)).toEqual({});
    expect(withSort({ business: 1 }, "-reach")).toEqual({ business: 1, sort: "-reach" });
  });

  it("cuts a search to what the server takes", () => {
    expect(toPostsView({ search: "x".repeat(300) }).search).toHaveLength(200);
  });
});

describe("columns", () => {
  it("are the usual ones until others are chosen", () => {
    expect(columnsOf({})).toEqual(DEFAULT_COLUMNS);
    expect(columnsOf({ column: ["saves"] })).toEqual(["saves"]);
  });

  it("stand in the order of the dictionary, whatever the order of the clicks", () => {
    expect(withColumns({}, ["saves", "likes", "account"]).column).toEqual(["account", "likes", "saves"]);
  });

  it("leave the address when they are the usual ones or none", () => {
    expect(withColumns({ column: ["saves"] }, DEFAULT_COLUMNS)).toEqual({});
    expect(withColumns({ column: ["saves"] }, [])).toEqual({});
  });
});

describe("rows", () => {
  it("are high unless the address says otherwise", () => {
    expect(toPostsView({ rows: "compact" })).toEqual({ rows: "compact" });
    expect(toPostsView({ rows: "tiny" })).toEqual({});
    expect(withRows({ search: "tea" }, true)).toEqual({ search: "tea", rows: "compact" });
    expect(withRows({ rows: "compact" }, false)).toEqual({});
  });
});

describe("what is beside the view", () => {
  it("comes and goes without touching the rest", () => {
    const view = { business: 1, search: "tea" };
    expect(withPost(view, 7)).toEqual({ ...view, post: 7 });
    expect(withPost({ ...view, post: 7 }, undefined)).toEqual(view);
    expect(withSearch(view, " ")).toEqual({ business: 1 });
  });
});

describe("order", () => {
  it("begins with the most, and turns round", () => {
    expect(nextSort("likes", NEWEST_FIRST)).toBe("-likes");
    expect(nextSort("likes", "-likes")).toBe("likes");
    expect(nextSort("published_at", NEWEST_FIRST)).toBe("published_at");
  });

  it("takes a second column, turns it round and lets it go", () => {
    expect(nextSort("likes", "-reach", true)).toBe("-reach,-likes");
    expect(nextSort("likes", "-reach,-likes", true)).toBe("-reach,likes");
    expect(nextSort("likes", "-reach,likes", true)).toBe("-reach");
    expect(nextSort("reach", "-reach,likes", true)).toBe("reach,likes");
    expect(nextSort("reach", "reach", true)).toBe("-reach");
    expect(nextSort("likes", "-reach,-likes")).toBe("-likes");
    expect(nextSort("likes", "-reach,likes")).toBe("-likes");
    expect(laterSort("likes", "-reach,likes")).toEqual({ rank: 2, order: "ascending" });
    expect(laterSort("reach", "-reach,likes")).toBeUndefined();
    expect(ariaSort("reach", "-reach,likes")).toBe("descending");
  });

  it("takes a third, and another in its place", () => {
    expect(nextSort("saves", "-reach,likes", true)).toBe("-reach,likes,-saves");
    expect(nextSort("likes", "-reach,likes,-saves", true)).toBe("-reach,-saves");
    expect(nextSort("saves", "-reach,likes,-saves", true)).toBe("-reach,likes,saves");
    expect(nextSort("shares", "-reach,likes,saves", true)).toBe("-reach,likes,-shares");
    expect(laterSort("saves", "-reach,likes,-saves")).toEqual({ rank: 3, order: "descending" });
  });

  it("of up to three columns stands in the address, and none twice", () => {
    expect(toPostsView({ sort: "-reach,likes" })).toEqual({ sort: "-reach,likes" });
    expect(toPostsView({ sort: "reach,likes,-saves" })).toEqual({ sort: "reach,likes,-saves" });
    expect(toPostsView({ sort: "reach,likes,saves,shares" })).toEqual({});
    expect(toPostsView({ sort: "-reach,reach" })).toEqual({});
    expect(toPostsView({ sort: "reach," })).toEqual({});
  });

  it("is told to assistive technology", () => {
    expect(ariaSort("likes", "-likes")).toBe("descending");
    expect(ariaSort("likes", "likes")).toBe("ascending");
    expect(ariaSort("likes", NEWEST_FIRST)).toBe("none");
  });
});
