export const HOME = "/dashboard/analytics";
export const POSTS = "/dashboard/posts";
export const POST = "/dashboard/posts/$id";
export const PORTFOLIO = "/dashboard/portfolio";
export const CONNECTIONS = "/dashboard/connections";
export const HEALTH = "/dashboard/health";
export const WHY = "/dashboard/why";
export const WHAT_WORKS = "/dashboard/what-works";
export const BEST_TIMES = "/dashboard/best-times";
export const IMPORTS = "/dashboard/imports";
export const DIGEST = "/dashboard/digest";
export const INSIGHTS = "/dashboard/insights";
export const METHODS = "/dashboard/methods";
export const PLATFORMS_PAGE = "/dashboard/platforms";
export const SETTINGS = "/dashboard/settings";
export const AUDIENCE = "/dashboard/audience";
/** Where a link that was shared leads, and the page that it shows. */
export const SHARED = "/s";
export const VISIT = "/s/$share";
export const REPORTS = "/dashboard/reports";
export const SIGN_IN = "/dashboard/sign-in";

/** Where to go after signing in. Only pages of this dashboard: a link must not send anyone to another site. */
export function returnTo(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/dashboard/")) return HOME;
  return next.startsWith(SIGN_IN) || next.includes("\\") ? HOME : next;
}
