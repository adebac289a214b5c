import type { GapCalendar as Calendar, DayState } from "../api/health";
import { inSentence, type Message, msg, plural, t, tell } from "../text/text";
import { formatDate, formatMonth, formatSpan, formatWeekday, joinWords } from "../ui/format";
import { countDays, type Day, daysOf, gapsOf, monthsOf, weeksOf } from "./calendar";

interface Props {
  calendar: Calendar;
  /** Whose days these are. */
  of: string;
  weekStart: string;
}

const WORDS: Record<DayState, Message> = {
  read: msg("Read |a day"),
  missed: msg("Missed"),
  open: msg("Not read yet"),
  before: msg("Before it was collected"),
};

const SUNDAY_FIRST = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const GAPS_NAMED = 6;

/** On which days something was read. Every state has a shape and words of its own beside its colour. */
export function GapCalendar({ calendar, of, weekStart }: Props) {
  const days = daysOf(calendar);
  const rows = weeksOf(days, Math.max(0, SUNDAY_FIRST.indexOf(weekStart)));
  return (
    <div>
      <table className="tm-calendar" data-testid="gap-calendar">
        <caption className="tm-unseen">
          {`${t("Days of {name}, a row for each day of the week.", { name: of })} ${inWords(days)}`}
        </caption>
        <thead>
          <tr>
            <td />
            {monthsOf(rows).map((month) => (
              <th key={month.date} scope="colgroup" colSpan={month.weeks}>
                {/* A single week is too narrow for a name. */}
                <span className={month.weeks === 1 ? "tm-unseen" : undefined}>{formatMonth(month.date)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.first}>
              <th scope="row">{formatWeekday(row.first)}</th>
              {row.days.map((day, week) => (
                <Cell key={day?.date ?? `none ${week}`} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="tm-legend" aria-hidden="true">
        {(["read", "missed", "open", "before"] as const)
          .filter((state) => countDays(days, state) > 0)
          .map((state) => (
            <li key={state}>
              <span className={`tm-day tm-day-${state}`} /> {tell(WORDS[state])}
            </li>
          ))}
      </ul>
      <p className="tm-note">{inWords(days)}</p>
    </div>
  );
}

function Cell({ day }: { day: Day | undefined }) {
  if (!day) return <td />;
  const words = `${formatDate(day.date)}: ${inSentence(tell(WORDS[day.state]))}`;
  return (
    <td title={words}>
      <span className={`tm-day tm-day-${day.state}`} />
      <span className="tm-unseen">{words}</span>
    </td>
  );
}

function inWords(days: Day[]): string {
  const read = countDays(days, "read");
  const missed = countDays(days, "missed");
  const gaps = gapsOf(days);
  if (read + missed === 0) return t("It was not read on any of these days yet.");
  if (missed === 0) return plural(read, "Read on {n} day, none missed.", "Read on {n} days, none missed.");
  const named = gaps.slice(0, GAPS_NAMED).map((gap) => formatSpan(gap));
  const more = gaps.length - named.length;
  const list =
    more > 0
      ? plural(more, "{list} and {n} more gap", "{list} and {n} more gaps", { list: named.join(", ") })
      : joinWords(named);
  return plural(
    read,
    "Read on {n} day, {missed} missed: {list}.",
    "Read on {n} days, {missed} missed: {list}.",
    { missed, list },
  );
}
