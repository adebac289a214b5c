import type { DateSpan } from "../api/types";
import { addDays, monthStart, wholeMonths } from "./days";
import { isDate, isSpan, type Preset, RANGES, type Range } from "./ranges";

export type TypedPeriod = { range: Range } | DateSpan;

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const UNITS: Record<string, "days" | "weeks" | "months" | "quarters" | "years"> = {
  d: "days",
  w: "weeks",
  m: "months",
  q: "quarters",
  y: "years",
};
/** German words are understood as well, by those that they stand for. */
const IN_ENGLISH: [german: RegExp, english: string][] = [
  [/\bletzte[nrs]?\b|\bvorige[nrs]?\b/g, "last"],
  [/\bdiese[nrs]?\b/g, "this"],
  [/\btage?n?\b/g, "days"],
  [/\bwochen?\b/g, "week"],
  [/\bmonate?n?\b/g, "month"],
  [/\bquartale?n?\b/g, "quarter"],
  [/\bjahre?n?\b/g, "year"],
  [/\bheute\b/g, "today"],
  [/\bgestern\b/g, "yesterday"],
  [/\bseit\b|\bab\b/g, "since"],
  [/\bvon\b|\bvom\b/g, "from"],
  [/\bbis(?: zum)?\b/g, "to"],
  [/\balles\b|\bgesamt(?:er zeitraum)?\b/g, "all"],
  [/\bjanuar\b/g, "january"],
  [/\bfebruar\b/g, "february"],
  [/\bmärz?\b/g, "march"],
  [/\bmai\b/g, "may"],
  [/\bjuni\b/g, "june"],
  [/\bjuli\b/g, "july"],
  [/\bokt(ober)?\b/g, "october"],
  [/\bdez(ember)?\b/g, "december"],
];
const TO_DATE: Record<string, Preset> = {
  wtd: "this_week",
  mtd: "this_month",
  qtd: "this_quarter",
  ytd: "this_year",
};

/**
 * What somebody means by words: "last 6 weeks", "Q3 2025", "October", "3 Oct to 9 Nov 2026", "since 1 May". A month or
 * quarter without a year is the last one that has begun. Undefined where nothing is understood; dates of numbers alone
 * that could be read in two ways are not.
 */
export function typedPeriod(text: string, today: string): TypedPeriod | undefined {
  const words = inEnglish(text.toLowerCase())
    .replace(/\bthe\b|,/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return named(words) ?? counted(words) ?? unit(words, today) ?? dates(words, today);
}

function inEnglish(words: string): string {
  return IN_ENGLISH.reduce((text, [german, english]) => text.replace(german, english), words);
}

function named(words: string): TypedPeriod | undefined {
  const short = TO_DATE[words];
  if (short) return { range: short };
  if (/^(all|all time|everything|ever)$/.test(words)) return { range: "all" };
  const key = words
    .replace(/^(past|previous|prev) /, "last ")
    .replace(/^current /, "this ")
    .replace(/^(week|month|quarter|year) to date$/, "this $1")
    .replaceAll(" ", "_");
  return Object.hasOwn(RANGES, key) ? { range: key as Preset } : undefined;
}

function counted(words: string): TypedPeriod | undefined {
  const match =
    /^(?:(?:last|past|previous|prev) )?(\w+?) ?(d|w|m|q|y|days?|weeks?|months?|quarters?|years?)$/.exec(
      words,
    );
  const count = match?.[1] && countOf(match[1]);
  const of = match?.[2] && UNITS[match[2].charAt(0)];
  return count && of ? { range: `last_${count}_${of}` } : undefined;
}

function countOf(word: string): number | undefined {
  if (/^[1-9]\d{0,3}$/.test(word)) return Number(word);
  const index = NUMBERS.indexOf(word);
  return index < 0 ? undefined : index + 1;
}

/** A year, a quarter or a month by its name. */
function unit(words: string, today: string): DateSpan | undefined {
  const year = /^(\d{4})$/.exec(words)?.[1];
  if (year) return checked(wholeMonths(`${year}-01-01`, 12));
  const quarter = /^q([1-4]) ?(\d{4})?$|^(\d{4}) ?-?q([1-4])$/.exec(words);
  if (quarter) {
    const month = (Number(quarter[1] ?? quarter[4]) - 1) * 3 + 1;
    return checked(wholeMonths(firstOf(month, quarter[2] ?? quarter[3], today), 3));
  }
  const named = /^([a-z]{3,9})\.? ?(\d{4})?$/.exec(words);
  const month = named?.[1] && monthOf(named[1]);
  return month ? checked(wholeMonths(firstOf(month, named?.[2], today), 1)) : undefined;
}

function firstOf(month: number, year: string | undefined, today: string): string {
  const start = `${year ?? today.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
  return year || start <= today ? start : monthStart(start, -12);
}

function dates(words: string, today: string): DateSpan | undefined {
  const since = /^(?:since|from) (.+)$/.exec(words)?.[1];
  if (since && !/ (to|until|till|-|–) /.test(since)) {
    const from = date(since, today);
    return from ? checked({ from, to: today }) : undefined;
  }
  const [first = "", last, ...more] = words.replace(/^from /, "").split(/ (?:to|until|till|-|–) | ?– ?/);
  if (more.length > 0) return undefined;
  if (last === undefined) {
    const day = date(first, today);
    return day ? { from: day, to: day } : undefined;
  }
  const to = date(last, today);
  // "3 Oct to 9 Nov 2025": the year said once is that of both, unless the first day would lie after the last.
  const from = to && date(first, to);
  return to && from ? checked({ from, to }) : undefined;
}

/** Without a year, the last such day up to `latest`. */
function date(words: string, latest: string): string | undefined {
  if (isDate(words)) return words;
  if (words === "today") return latest;
  if (words === "yesterday") return addDays(latest, -1);
  const match =
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)? (?<month>[a-z]{3,9})\.?(?: (?<year>\d{4}))?$/.exec(words) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/.exec(words);
  const { day = "", month: name = "", year } = match?.groups ?? {};
  const month = monthOf(name);
  if (!month) return undefined;
  const inYear = (of: number) => `${of}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const given = inYear(Number(year ?? latest.slice(0, 4)));
  const found = year || given <= latest ? given : inYear(Number(latest.slice(0, 4)) - 1);
  return isDate(found) ? found : undefined;
}

function monthOf(word: string): number | undefined {
  const month = MONTHS.indexOf(word.slice(0, 3)) + 1;
  if (month === 0) return undefined;
  const full = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" })
    .format(new Date(Date.UTC(2026, month - 1, 1)))
    .toLowerCase();
  return full.startsWith(word) || word === "sept" ? month : undefined;
}

function checked(span: DateSpan): DateSpan | undefined {
  return isSpan(span.from, span.to) ? span : undefined;
}
