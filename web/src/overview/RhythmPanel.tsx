import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { sparksQuery } from "../api/queries";
import type { Overview } from "../api/types";
import { useToday } from "../filters/useToday";
import { useView } from "../filters/useView";
import { questionOf } from "../take/take";
import { plural, t } from "../text/text";
import { weekdayName } from "../times/words";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatCount, formatSpan, formatTimes, joinWords } from "../ui/format";
import { Panel } from "../ui/Panel";
import { WEEKDAYS } from "../ui/weekdays";
import { busiest, type Rhythm, rhythmOf } from "./rhythm";

const COLOR = "var(--tm-series)";

/** How often posts come, on which days of the week, and where there was none for long. */
export default function RhythmPanel({ overview }: { overview: Overview }) {
  const [view] = useView();
  const { of } = useToday(overview.business_id, view);
  const query = sparksQuery(overview.business_id, view, ["engagement"], "day");
  const trends = useQuery(query);
  const rhythm = trends.data && rhythmOf(trends.data.points);
  const bars = rhythm && barsOf(rhythm, WEEKDAYS.indexOf(of?.week_start ?? "monday"));
  return (
    <Panel
      title={t("Posting rhythm")}
      take={{
        question: questionOf("/analytics/trends", query),
        parts: ["points"],
        period: overview.period,
        picture:
          rhythm &&
          bars &&
          (async () =>
            (await import("../take/bars")).bars(
              bars.map(({ name, posts }) => ({
                name,
                value: posts,
                text: formatCount(posts),
                color: "#0b5a78",
              })),
              rhythmInWords(rhythm),
            )),
      }}
    >
      {trends.isError && !trends.data ? (
        <ErrorPanel what={t("The rhythm")} error={trends.error} retry={() => void trends.refetch()} />
      ) : !trends.data ? (
        <Skeleton height={230} role="status" aria-label={t("Loading the rhythm")} />
      ) : !rhythm || !bars ? (
        <Text c="dimmed">{t("No post was published on these days.")}</Text>
      ) : (
        <div
          className={trends.isPlaceholderData ? "tm-waiting" : undefined}
          aria-busy={trends.isPlaceholderData}
        >
          <Text mb="sm" maw="90ch" data-testid="rhythm">
            {rhythmInWords(rhythm).join(" ")}
          </Text>
          <Bars bars={bars} />
        </div>
      )}
    </Panel>
  );
}

interface Bar {
  name: string;
  posts: number;
}

function Bars({ bars }: { bars: Bar[] }) {
  const most = Math.max(...bars.map(({ posts }) => posts));
  return (
    <ul className="tm-platform-bars" aria-label={t("Posts by weekday")}>
      {bars.map(({ name, posts }) => (
        <li key={name}>
          <span>{name}</span>
          <span className="tm-platform-bar">
            <span className="tm-platform-bar-length" style={{ flexGrow: posts / most, background: COLOR }} />
            <span className="tm-platform-bar-value">{formatCount(posts)}</span>
            <span style={{ flexGrow: 1 - posts / most }} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** @param first the weekday with which a week begins, from 0, a Monday */
function barsOf({ byWeekday }: Rhythm, first: number): Bar[] {
  return byWeekday
    .map((posts, weekday) => ({ name: weekdayName(weekday + 1), posts, place: (weekday - first + 7) % 7 }))
    .sort((one, other) => one.place - other.place);
}

/** A sentence each. */
function rhythmInWords(rhythm: Rhythm): string[] {
  const { posts, days, perWeek, pause } = rhythm;
  const most = busiest(rhythm);
  const since = plural(days, "{n} day", "{n} days");
  return [
    days < 7
      ? plural(posts, "1 post since it came ({since}).", "{n} posts since the first of them ({since}).", {
          since,
        })
      : plural(
          posts,
          "1 post since it came ({since}), {pace} a week.",
          "{n} posts since the first of them ({since}), {pace} a week.",
          { since, pace: formatTimes(perWeek) },
        ),
    most.length > 0 && most.length < 4
      ? t("Most come on: {weekdays}.", {
          weekdays: joinWords(most.map((weekday) => weekdayName(weekday + 1))),
        })
      : "",
    pause
      ? t("Longest without a post: {days}, {span}.", {
          days: plural(pause.days, "{n} day", "{n} days"),
          span: formatSpan(pause),
        })
      : "",
  ].filter(Boolean);
}
