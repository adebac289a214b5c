import type { DetailValue, PostDetail, PostRate } from "../api/posts";
import { figureDefinition } from "../overview/definitions";
import type { Facts } from "../overview/facts";
import { english, inSentence, t } from "../text/text";
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
  facts: Facts;
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
  const facts = figureDefinition(key, detail.definitions);
  facts.push([t("State"), stateInWords(value.state)]);
  if (value.observed_at)
    facts.push([t("Read |when a value was"), formatInstant(value.observed_at, timeZone)]);
  if (value.source) facts.push([t("Source"), value.source]);
  if (value.native_fields.length > 0) {
    facts.push([
      t("On {platform}", { platform: platformName(detail.post.platform) }),
      value.native_fields.join(", "),
    ]);
  }
  if (value.stale)
    facts.push([
      t("Note |about a figure"),
      t("The post was read since without this number: it is the last one known."),
    ]);
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
    why: t("a part of it is missing"),
    at: null,
    rank: rankOf("engagement", detail),
    facts: definitionFacts(definition, detail),
  };
}

function rateLine(key: string, rate: PostRate, detail: PostDetail): ValueLine {
  const by = inSentence(figureName(rate.by));
  const facts = definitionFacts(rate.definition, detail);
  if (rate.numerator !== null && rate.denominator !== null) {
    facts.push([
      t("Here |in this case"),
      t("{part} of {whole} {by}", {
        part: formatCount(rate.numerator),
        whole: formatCount(rate.denominator),
        by,
      }),
    ]);
  }
  const missing = [
    ...(rate.numerator === null ? [t("what is divided")] : []),
    ...(rate.denominator === null ? [by] : []),
  ];
  return {
    key,
    name: key === "virality" ? t("Virality") : figureName(key),
    text: rate.value === null ? null : formatPercent(rate.value),
    why: missing.length > 0 ? t("{list} not known", { list: joinWords(missing) }) : t("nothing to divide by"),
    at: null,
    rank: rankOf(key, detail),
    facts,
  };
}

function definitionFacts(definition: string, detail: PostDetail): Facts {
  const formula = detail.definitions[definition];
  return [
    [t("Definition"), definition],
    ...(formula ? ([[t("Formula"), english(formula)]] satisfies Facts) : []),
  ];
}

function rankOf(key: string, detail: PostDetail): string | null {
  const percentile = detail.percentiles[key];
  return percentile ? percentileInWords(percentile) : null;
}
