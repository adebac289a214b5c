import type { Answers, KeptTrends, PanelName, Report, ReportContent, ReportSection } from "../api/reports";
import type { Overview, ValueStatus } from "../api/types";
import { options } from "../filters/options";
import { COMPARISONS, type Compare } from "../filters/view";
import { type Card, chooseCards } from "../overview/cards";
import { countedTo, whyMissing } from "../overview/explain";
import type { Take } from "../take/take";
import { inSentence, type Message, msg, ofServer, plural, t, tell } from "../text/text";
import {
  formatChangeRatio,
  formatCount,
  formatMetric,
  formatPercent,
  formatPoints,
  formatSigned,
  formatSpan,
} from "../ui/format";
import { dateFormat } from "../ui/intl";
import { figureName } from "../ui/names";

const PANELS: Record<PanelName, Message> = {
  metrics: msg("Figures"),
  trend: msg("Trend"),
  platforms: msg("Platforms"),
  top_posts: msg("Top posts"),
  content_types: msg("Content types"),
  audience: msg("Audience"),
  best_times: msg("Best times"),
  why: msg("Why it changed"),
  findings: msg("Insights"),
  notes: msg("Notes"),
};

export function panelChoices() {
  return Object.entries(PANELS).map(([value, label]) => ({ value, label: tell(label) }));
}

/** One number of a report, in words. */
export interface ReportFigure {
  name: string;
  /** Where it stands in the overview, as changes name it. */
  path: string;
  value: string | null;
  /** Why there is no value. */
  why: string;
  /** Against the period before, where that can be said. */
  change: string | null;
  /** A number as this figure writes numbers. */
  write: (value: number) => string;
}

export function figuresOf(overview: Overview): ReportFigure[] {
  return chooseCards(overview).cards.map(figureOf);
}

function figureOf(card: Card): ReportFigure {
  switch (card.kind) {
    case "count": {
      const write = (value: number) => formatMetric(card.name, value);
      const { value, change_ratio: ratio, change_status: changed, status, reason } = card.figure;
      return {
        name: figureName(card.name),
        path: card.name === "engagement" ? "engagement" : `metrics.${card.name}`,
        value: value === null ? null : write(value),
        why: whyNone(status, reason),
        change: changed === "ok" && ratio !== null ? formatChangeRatio(ratio) : null,
        write,
      };
    }
    case "rate": {
      const { value, change_points: points, change_status: changed, status, reason } = card.figure;
      return {
        name: figureName(card.name),
        path: `rates.${card.name}`,
        value: value === null ? null : formatPercent(value),
        why: whyNone(status, reason),
        change: changed === "ok" && points !== null ? formatPoints(points) : null,
        write: formatPercent,
      };
    }
    case "followers": {
      const { value, net_change: net } = card.figure;
      return {
        name: figureName("followers"),
        path: "followers",
        value: value === null ? null : formatCount(value),
        why: whyMissing("not_collected"),
        change: net === null ? null : formatSigned(net),
        write: formatCount,
      };
    }
    case "posts": {
      const { value, change } = card.figure;
      return {
        name: figureName("posts"),
        path: "published.posts",
        value: value === null ? null : formatCount(value),
        why: whyMissing("not_collected"),
        change: change === null ? null : formatSigned(change),
        write: formatCount,
      };
    }
  }
}

function whyNone(status: ValueStatus, reason: string | null): string {
  return whyMissing(status, reason && ofServer(reason));
}

/**
 * "Compared with 1 Sept 2026 – 30 Sept 2026", whatever panel says so, and up to which day changes count where later ones
 * may still be revised; undefined where nothing is compared.
 */
export function comparedInWords(answers: Answers): string | undefined {
  const compared = comparedDays(answers);
  const upTo = answers.overview && countedTo(answers.overview);
  return compared && upTo ? `${compared}, ${upTo}` : compared;
}

function comparedDays(answers: Answers): string | undefined {
  const trends = Object.entries(answers).find(([name]) => name.startsWith("trends:"))?.[1] as
    | KeptTrends
    | undefined;
  const days = answers.overview ? answers.overview.comparison : trends?.comparison;
  if (!days) return undefined;
  const span = formatSpan(days);
  switch (days.rule) {
    case "same_weekdays":
      return t("Compared with {span} (the same weekdays)", { span });
    case "previous_year":
      return t("Compared with {span} (a year before)", { span });
    default:
      return t("Compared with {span}", { span });
  }
}

/** The comparison that a report's filters name. */
export function compareOf(search: string): Compare {
  const named = new URLSearchParams(search).get("compare");
  return named !== null && named in COMPARISONS ? (named as Compare) : "previous_period";
}

/** The filters with another comparison. */
export function withCompareIn(search: string, compare: Compare): string {
  const query = new URLSearchParams(search);
  for (const name of ["compare", "compare_from", "compare_to"]) query.delete(name);
  if (compare !== "previous_period") query.set("compare", compare);
  return query.toString();
}

/** What can be chosen; own days only where a report has them already, as they follow from no period. */
export function compareChoices(now: Compare) {
  return options(COMPARISONS).filter(({ value }) => value !== "custom" || now === "custom");
}

export function titleOf(section: ReportSection): string {
  if (section.title) return section.title;
  if (section.panel === "trend" && section.metric)
    return t("{metric} day by day", { metric: figureName(section.metric) });
  if (section.panel === "why" && section.metric) {
    return t("Why {metric} changed", { metric: inSentence(figureName(section.metric)) });
  }
  return tell(PANELS[section.panel]);
}

/** Under which its answer is kept: panels that ask the same share one. */
export function answerOf({ panel, metric }: ReportSection): string {
  const question = {
    metrics: "overview",
    trend: "trends",
    platforms: "overview",
    top_posts: "top-posts",
    content_types: "content-types",
    audience: "audience",
    best_times: "best-times",
    why: "why",
    findings: "insights",
    notes: "notes",
  }[panel];
  return metric === null ? question : `${question}:${metric}`;
}

/** What a new report begins as: the month that is over, with the panels that most reports have. */
export function firstContent(business: string, today: Date): ReportContent {
  const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1));
  const to = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 0));
  const month = dateFormat(undefined, { month: "long", year: "numeric", timeZone: "UTC" }).format(from);
  return {
    title: t("{business} in {month}", { business, month }),
    from: day(from),
    to: day(to),
    search: "",
    colour: null,
    sections: [
      blank("metrics"),
      { ...blank("trend"), metric: "impressions" },
      blank("platforms"),
      blank("top_posts"),
      blank("findings"),
      blank("notes"),
    ],
  };
}

/** A section of a panel, about the metric that it is usually about. */
export function blank(panel: ReportSection["panel"]): ReportSection {
  const metric = panel === "trend" ? "impressions" : panel === "why" ? "engagement" : null;
  return { panel, metric, title: null, text: "" };
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The sections with one moved a place up or down. */
export function moved(sections: ReportSection[], at: number, by: -1 | 1): ReportSection[] {
  const to = at + by;
  const one = sections[at];
  const other = sections[to];
  if (!one || !other) return sections;
  const result = [...sections];
  result[at] = other;
  result[to] = one;
  return result;
}

/** How many days of a trend have other numbers today. */
export function daysChangedInWords(count: number): string {
  return plural(count, "One day has changed since.", "{n} days have changed since.");
}

/** What of its answer a section shows, as the export names it. */
const SHOWN: Record<PanelName, string[]> = {
  metrics: ["metrics", "engagement", "rates", "followers", "published.posts"],
  trend: ["points"],
  platforms: ["platforms"],
  top_posts: ["posts"],
  content_types: ["content_types"],
  audience: ["accounts"],
  best_times: ["conclusion"],
  why: ["change", "effects", "apart"],
  findings: ["insights"],
  notes: ["notes"],
};

/** A section as it is taken along: out of what a closed report keeps, or an open one says now. */
export function takeOf(report: Report, section: ReportSection): Take {
  const { business_id, report_id, answers, from, to } = report;
  return {
    question: {
      path: answers ? `/reports/${report_id}` : `/reports/${report_id}/answers`,
      params: { business_id },
    },
    parts: SHOWN[section.panel].map((part) => `answers.${answerOf(section)}.${part}`),
    period: { from, to },
  };
}
