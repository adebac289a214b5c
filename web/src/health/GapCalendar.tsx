import type { GapCalendar as Calendar, DayState } from "../api/health";
import { countOf, formatDate, formatMonth, formatSpan, formatWeekday, joinWords } from "../ui/format";
import { countDays, type Day, daysOf, gapsOf, monthsOf, weeksOf } from "./calendar";

interface Props {
  calendar: Calendar;
  /** Whose days these are. */
  of: string;
  weekStart: string;
}

const WORDS: Record<DayState, string> = {
  read: "Read",
  missed: "Missed",
  open: "Not read yet",
  before: "Before it was collected",
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
          Days of {of}, a row for each day of the week. {inWords(days)}
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
              <span className={`tm-day tm-day-${state}`} /> {WORDS[state]}
            </li>
          ))}
      </ul>
      <p className="tm-note">{inWords(days)}</p>
    </div>
  );
}

function Cell({ day }: { day: Day | undefined }) {
  if (!day) return <td />;
  const words = `${formatDate(day.date)}: ${WORDS[day.state].toLowerCase()}`;
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
  if (read + missed === 0) return "It was not read on any of these days yet.";
  if (missed === 0) return `Read on ${countOf(read, "day")}, none missed.`;
  const named = gaps.slice(0, GAPS_NAMED).map((gap) => formatSpan(gap));
  const more = gaps.length - named.length;
  const list = more > 0 ? `${named.join(", ")} and ${more} more gaps` : joinWords(named);
  return `Read on ${countOf(read, "day")}, ${missed} missed: ${list}.`;
}
