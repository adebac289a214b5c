import type { DetailValue, PostDetail, PostRate } from "../api/posts";
import { formatCount, formatInstant, formatMetric, formatPercent, joinWords } from "../ui/format";
import { figureName, platformName } from "../ui/names";
import { percentileInWords, stateInWords, whyMissing } from "./words";

/** A line of the table of values. */
export interface ValueLine {
  key: string;
  name: string;
  /** Null where there is no number; then `why` says so. */
  text: string | null;
  why: string;
  /** When the number was read; null for what is computed from others. */
  at: string | null;
  rank: string | null;
  facts: [string, string][];
}

/** What people compare first, then every metric: those with a number before those without. */
export function valueLines(detail: PostDetail, timeZone: string): ValueLine[] {
  const metrics = Object.entries(detail.metrics).map(([key, value]) =>
    metricLine(key, value, detail, timeZone),
  );
  return [
    engagementLine(detail),
    ...Object.entries(detail.rates).map(([key, rate]) => rateLine(key, rate, detail)),
    ...metrics.filter(({ text }) => text !== null),
    ...metrics.filter(({ text }) => text === null),
  ];
}

function metricLine(key: string, value: DetailValue, detail: PostDetail, timeZone: string): ValueLine {
  const facts: [string, string][] = [["State", stateInWords(value.state)]];
  if (value.observed_at) facts.push(["Read", formatInstant(value.observed_at, timeZone)]);
  if (value.source) facts.push(["Source", value.source]);
  if (value.native_fields.length > 0) {
    facts.push([`On ${platformName(detail.post.platform)}`, value.native_fields.join(", ")]);
  }
  if (value.stale)
    facts.push(["Note", "The post was read since without this number: it is the last one known."]);
  return {
    key,
    name: figureName(key),
    text: value.value === null ? null : formatMetric(key, value.value),
    why: whyMissing(value.state),
    at: value.value === null ? null : value.observed_at,
    rank: rankOf(key, detail),
    facts,
  };
}

function engagementLine(detail: PostDetail): ValueLine {
  const { value, definition } = detail.engagement;
  return {
    key: "engagement",
    name: figureName("engagement"),
    text: value === null ? null : formatCount(value),
    why: "a part of it is missing",
    at: null,
    rank: rankOf("engagement", detail),
    facts: definitionFacts(definition, detail),
  };
}

function rateLine(key: string, rate: PostRate, detail: PostDetail): ValueLine {
  const by = figureName(rate.by).toLowerCase();
  const facts = definitionFacts(rate.definition, detail);
  if (rate.numerator !== null && rate.denominator !== null) {
    facts.push(["Here", `${formatCount(rate.numerator)} of ${formatCount(rate.denominator)} ${by}`]);
  }
  const missing = [
    ...(rate.numerator === null ? ["what is divided"] : []),
    ...(rate.denominator === null ? [by] : []),
  ];
  return {
    key,
    name: key === "virality" ? "Virality" : figureName(key),
    text: rate.value === null ? null : formatPercent(rate.value),
    why: missing.length > 0 ? `${joinWords(missing)} not known` : "nothing to divide by",
    at: null,
    rank: rankOf(key, detail),
    facts,
  };
}

function definitionFacts(definition: string, detail: PostDetail): [string, string][] {
  const formula = detail.definitions[definition];
  return [["Definition", definition], ...(formula ? ([["Formula", formula]] as [string, string][]) : [])];
}

function rankOf(key: string, detail: PostDetail): string | null {
  const percentile = detail.percentiles[key];
  return percentile ? percentileInWords(percentile) : null;
}
