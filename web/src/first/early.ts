// Runs in the document itself, before any script of the page is there: which colours and which outline stand there
// first, and the first questions, so that answers and scripts come at the same time. It is put into the document by the
// build, so it imports nothing.

const COLOURS_KEPT_UNDER = "mantine-color-scheme-value";
const DARK = "(prefers-color-scheme:dark)";
const SIGNED_IN = "XSRF-TOKEN=";
const HOME = "/dashboard/analytics";
const OPEN_TO_ALL = ["/dashboard/sign-in", "/dashboard/methods"];
const API = "/api/v1";
const BUSINESSES = `${API}/businesses`;

/** What of an address is asked as it stands there, and by which name. Of an address with more the page asks later. */
const ASKED: Record<string, string> = {
  business: "business_id",
  range: "range",
  basis: "basis",
  compare: "compare",
};
/** Of the page only. */
const NOT_ASKED = ["metric", "bars", "granularity", "average", "usual"];

/** What is asked of the server for an address, in the spelling of the page's own questions. */
export function questionsFor(pathname: string, search: string): string[] {
  const numbers = pathname === HOME ? numbersOf(search) : undefined;
  return numbers ? [BUSINESSES, numbers] : [BUSINESSES];
}

/**
 * How the numbers of an address are asked for; undefined where only the page knows what is meant.
 *
 * @param first the business that the page opens with where the address names none
 */
export function numbersOf(search: string, first?: number): string | undefined {
  const named = new URLSearchParams(search);
  if (!named.has("business") && first !== undefined) named.set("business", String(first));
  const params = new URLSearchParams();
  for (const [name, asked] of Object.entries(ASKED)) {
    const value = named.get(name);
    if (value !== null) params.append(asked, value);
  }
  const known = [...named.keys()].every((name) => Object.hasOwn(ASKED, name) || NOT_ASKED.includes(name));
  const business = known && /^[1-9]\d*$/.test(named.get("business") ?? "");
  return business ? `${API}/analytics/overview?${params}` : undefined;
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
  if (location.pathname === HOME) {
    early[BUSINESSES]?.then(firstOf).then(
      (first) => {
        const numbers = numbersOf(location.search, first);
        // Unless they are asked for by now, here or by the page.
        if (numbers && !(numbers in early)) ask(numbers);
      },
      () => undefined,
    );
  }
}

/** The business that the page opens with. The page reads the same answer. */
async function firstOf(businesses: Response): Promise<number | undefined> {
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
