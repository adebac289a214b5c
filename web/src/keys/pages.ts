import {
  AUDIENCE,
  BEST_TIMES,
  CONNECTIONS,
  HEALTH,
  HOME,
  INSIGHTS,
  PLATFORMS_PAGE,
  PORTFOLIO,
  POSTS,
  SETTINGS,
  WHAT_WORKS,
  WHY,
} from "../auth/returnTo";

/** The letters that lead to pages after `g`. */
export const PAGE_KEYS: Record<string, string> = {
  o: HOME,
  p: POSTS,
  i: INSIGHTS,
  c: PLATFORMS_PAGE,
  a: AUDIENCE,
  b: BEST_TIMES,
  w: WHY,
  k: WHAT_WORKS,
  f: PORTFOLIO,
  n: CONNECTIONS,
  h: HEALTH,
  s: SETTINGS,
};

export function keyOfPage(path: string): string | undefined {
  return Object.keys(PAGE_KEYS).find((key) => PAGE_KEYS[key] === path);
}
