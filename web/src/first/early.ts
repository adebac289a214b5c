// Runs in the document itself, before any script of the page is there: which colours and which outline stand there
// first, and the first questions, so that answers and scripts come at the same time. It is put into the document by the
// build, so it imports nothing.

const COLOURS_KEPT_UNDER = "mantine-color-scheme-value";
const DARK = "(prefers-color-scheme:dark)";
const SIGNED_IN = "XSRF-TOKEN=";
const OPEN_TO_ALL = ["/dashboard/sign-in", "/dashboard/methods"];
const API = "/api/v1";
const BUSINESSES = `${API}/businesses`;
const HOME = "/dashboard/analytics";

/** What a page asks first. */
interface Question {
  path: string;
  /** What of an address is asked as it stands there, and by which name. Of an address with more the page asks later. */
  asked: Record<string, string>;
  /** What is asked whatever the address says, behind that. */
  always: Record<string, string>;
  /** Of the page only. */
  notAsked: string[];
}

const OF_CHARTS = ["metric", "bars", "granularity", "average", "usual"];

const FIRST: Record<string, Question> = {
  [HOME]: {
    path: `${API}/analytics/overview`,
    asked: { business: "business_id", range: "range", basis: "basis", compare: "compare" },
    always: {},
    notAsked: OF_CHARTS,
  },
  "/dashboard/posts": {
    path: `${API}/analytics/posts`,
    asked: { business: "business_id", range: "range", sort: "sort" },
    always: { limit: "100" },
    notAsked: [...OF_CHARTS, "basis", "compare", "column", "rows", "post"],
  },
};

/** What is asked of the server for an address, in the spelling of the page's own questions. */
export function questionsFor(pathname: string, search: string): string[] {
  const first = firstOf(pathname, search);
  return first ? [BUSINESSES, first] : [BUSINESSES];
}

/**
 * What an address asks first beside the businesses; undefined where only the page knows what is meant.
 *
 * @param business that which the page opens with where the address names none
 */
function firstOf(pathname: string, search: string, business?: number): string | undefined {
  const question = FIRST[pathname];
  if (!question) return undefined;
  const { path, asked, always, notAsked } = question;
  const named = new URLSearchParams(search);
  if (!named.has("business") && business !== undefined) named.set("business", String(business));
  const params = new URLSearchParams();
  for (const [name, spelt] of Object.entries(asked)) {
    const value = named.get(name);
    if (value !== null) params.append(spelt, value);
  }
  for (const [name, value] of Object.entries(always)) params.append(name, value);
  const known = [...named.keys()].every((name) => Object.hasOwn(asked, name) || notAsked.includes(name));
  return known && /^[1-9]\d*$/.test(named.get("business") ?? "") ? `${path}?${params}` : undefined;
}

/** For a member's page; whoever is not signed in, or came by a link, sees another. */
export function begin(window: Window): void {
  const { document, location } = window;
  const root = document.documentElement;
  root.dataset.mantineColorScheme = isDark(window) ? "dark" : "light";
  const member = document.cookie.split("; ").some((cookie) => cookie.startsWith(SIGNED_IN));
  if (!member || !location.pathname.startsWith("/dashboard/") || OPEN_TO_ALL.includes(location.pathname))
    return;
  root.dataset.first = location.pathname === HOME ? "numbers" : "page";
  const early: Window["early"] = {};
  window.early = early;
  const ask = (question: string) => {
    const answer = window.fetch(question, {
      headers: { Accept: "application/json, application/problem+json" },
    });
    // Who asks for it says so; a page that does not, does not miss it.
    answer.catch(() => undefined);
    early[question] = answer;
  };
  questionsFor(location.pathname, location.search).forEach(ask);
  if (Object.hasOwn(FIRST, location.pathname)) {
    early[BUSINESSES]?.then(opensWith).then(
      (business) => {
        const first = firstOf(location.pathname, location.search, business);
        // Unless it is asked for by now, here or by the page.
        if (first && !(first in early)) ask(first);
      },
      () => undefined,
    );
  }
}

/** The business that the page opens with. The page reads the same answer. */
async function opensWith(businesses: Response): Promise<number | undefined> {
  const answer = await businesses.clone().json();
  return answer.businesses?.[0]?.business_id;
}

function isDark(window: Window): boolean {
  let kept: string | null = null;
  try {
    kept = window.localStorage.getItem(COLOURS_KEPT_UNDER);
  } catch {
    // A browser that keeps nothing shows the colours of the device.
  }
  return kept === "dark" || (kept !== "light" && window.matchMedia(DARK).matches);
}
