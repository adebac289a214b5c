import { expect, it, vi } from "vitest";
import { address, type Params } from "../api/client";
import { PAGE_SIZE, postsQuery } from "../api/posts";
import { analyticsParams } from "../api/queries";
import { parseSearch, toView } from "../filters/view";
import { toPostsView } from "../posts/search";
import { begin, questionsFor } from "./early";

const HOME = "/dashboard/analytics";
const POSTS = "/dashboard/posts";
const BUSINESSES = "/api/v1/businesses";

interface Browser {
  path?: string;
  search?: string;
  cookie?: string;
  kept?: string | Error;
  dark?: boolean;
  /** What the server says to every question. */
  answer?: string;
}

/** What the document finds, and what it makes of it. */
function opened({ path = HOME, search = "", cookie = "", kept, dark = false, answer = "{}" }: Browser) {
  const dataset: Record<string, string> = {};
  const asked = vi.fn((_address: string, _init?: RequestInit) => Promise.resolve(new Response(answer)));
  const window = {
    document: { documentElement: { dataset }, cookie },
    location: { pathname: path, search },
    localStorage: {
      getItem: () => {
        if (kept instanceof Error) throw kept;
        return kept ?? null;
      },
    },
    matchMedia: () => ({ matches: dark }),
    fetch: asked,
  } as unknown as Window;
  begin(window);
  const questions = () => asked.mock.calls.map(([question]) => question);
  return { dataset, asked: questions(), questions, early: window.early };
}

const SIGNED_IN = "theme=x; XSRF-TOKEN=abc";

it.each([
  "?business=1",
  "?business=12&range=last_90_days&compare=previous_year&basis=published",
  "?compare=none&business=3&metric=reach&usual=on",
])("asks for the numbers of %s with the very words of the page", (search) => {
  const view = toView(parseSearch(search));
  const ofThePage = address("/analytics/overview", analyticsParams(view.business ?? 0, view));
  expect(questionsFor(HOME, search)).toEqual([BUSINESSES, ofThePage]);
});

it.each([
  "?business=1",
  "?range=all&business=12&sort=-impressions,published_at&column=reach&rows=compact&post=7",
])("asks for the posts of %s with the very words of the page", (search) => {
  const view = toPostsView(parseSearch(search));
  const [, params] = postsQuery(view.business ?? 0, view).queryKey;
  const ofThePage = address("/analytics/posts", { ...(params as Params), limit: PAGE_SIZE });
  expect(questionsFor(POSTS, search)).toEqual([BUSINESSES, ofThePage]);
});

it.each(["?business=1&search=sea", "?business=1&type=video"])(
  "leaves the posts of %s to the page, which knows what is meant",
  (search) => {
    expect(questionsFor(POSTS, search)).toEqual([BUSINESSES]);
  },
);

it.each([
  "",
  "?business=0",
  "?business=x",
  "?business=1&platform=x",
  "?business=1&from=2026-01-01&to=2026-01-31",
])("leaves the numbers of %s to the page, which knows what is meant", (search) => {
  expect(questionsFor(HOME, search)).toEqual([BUSINESSES]);
});

it("asks on a member's page, and says which outline stands there", () => {
  const { dataset, asked, early } = opened({ search: "?business=1", cookie: SIGNED_IN });

  expect(dataset.first).toBe("numbers");
  expect(asked).toEqual([BUSINESSES, "/api/v1/analytics/overview?business_id=1"]);
  expect(Object.keys(early ?? {})).toEqual(asked);
  expect(opened({ path: POSTS, cookie: SIGNED_IN }).dataset.first).toBe("page");
});

const TWO_BUSINESSES = JSON.stringify({ businesses: [{ business_id: 7 }, { business_id: 8 }] });
const NUMBERS = "/api/v1/analytics/overview?business_id=7&range=last_90_days";

it("asks for the numbers of the first business as soon as it is known, and leaves the answer to the page", async () => {
  const { questions, early } = opened({
    search: "?range=last_90_days",
    cookie: SIGNED_IN,
    answer: TWO_BUSINESSES,
  });

  await vi.waitFor(() => expect(questions()).toEqual([BUSINESSES, NUMBERS]));
  expect(await (await early?.[BUSINESSES])?.json()).toEqual(JSON.parse(TWO_BUSINESSES));
  expect(early?.[NUMBERS]).toBeDefined();
});

it.each([
  ["the page has asked", "?range=last_90_days", TWO_BUSINESSES],
  ["the address is for the page to understand", "?platform=x", TWO_BUSINESSES],
  ["there is no business", "", '{"businesses": []}'],
  ["the answer makes no sense", "", "<html>"],
])("asks for no numbers where %s", async (_why, search, answer) => {
  const { questions, early } = opened({ search, cookie: SIGNED_IN, answer });
  if (early) early[NUMBERS] = undefined;

  await new Promise((done) => setTimeout(done));
  expect(questions()).toEqual([BUSINESSES]);
});

it.each([
  ["/dashboard/analytics", ""],
  ["/dashboard/sign-in", SIGNED_IN],
  ["/dashboard/methods", SIGNED_IN],
  ["/s/1.2", SIGNED_IN],
])("asks nothing and shows no outline at %s with the cookie '%s'", (path, cookie) => {
  const { dataset, asked } = opened({ path, cookie });
  expect(dataset.first).toBeUndefined();
  expect(asked).toEqual([]);
});

it.each([
  ["light", true, "light"],
  ["dark", false, "dark"],
  ["auto", true, "dark"],
  [undefined, false, "light"],
  [new Error("nothing is kept here"), true, "dark"],
])("with %s kept and a device that is dark: %s shows %s", (kept, dark, shown) => {
  const browser = kept === undefined ? { dark } : { kept, dark };
  expect(opened(browser).dataset.mantineColorScheme).toBe(shown);
});
