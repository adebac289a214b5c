import {
  AUDIENCE,
  BEST_TIMES,
  CONNECTIONS,
  DIGEST,
  HEALTH,
  HOME,
  IMPORTS,
  INSIGHTS,
  PLATFORMS_PAGE,
  PORTFOLIO,
  POSTS,
  REPORTS,
  SETTINGS,
  WHAT_WORKS,
  WHY,
} from "../auth/returnTo";

/** The letters that lead to pages after `g`. */
export const PAGE_KEYS: Record<string, string> = {
  o: HOME,
  p: POSTS,
  e: INSIGHTS,
  c: PLATFORMS_PAGE,
  a: AUDIENCE,
  b: BEST_TIMES,
  w: WHY,
  k: WHAT_WORKS,
  f: PORTFOLIO,
  d: DIGEST,
  r: REPORTS,
  n: CONNECTIONS,
  i: IMPORTS,
  h: HEALTH,
  s: SETTINGS,
};

export function keyOfPage(path: string): string | undefined {
  return Object.keys(PAGE_KEYS).find((key) => PAGE_KEYS[key] === path);
}
