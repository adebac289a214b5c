import type { TimeEffect } from "../api/times";
import { t } from "../text/text";
import { cellInWords, certainty, hourName, VERDICTS, weekdayName } from "../times/words";

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The hours of a week, as strong in colour as it is certain that they are better or worse. */
export function ReportWeek({ slots }: { slots: TimeEffect[] }) {
  return (
    <>
      <table className="tm-week tm-report-week" data-testid="report-week">
        <caption className="tm-unseen">
          {t(
            "The hours of the week, each with its lift over your usual mix of times, its posts and its verdict",
          )}
        </caption>
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                <span aria-hidden="true">{hour}</span>
                <span className="tm-unseen">{hourName(hour)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <tr key={day}>
              <th scope="row">{weekdayName(day, "short")}</th>
              {HOURS.map((hour) => (
                <Cell key={hour} effect={slots[(day - 1) * HOURS.length + hour]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="tm-note">
        {t(
          "A number is how many posts went out in that hour. Green is surely better, orange surely worse, paler the less sure; none where nothing can be told.",
        )}
      </p>
    </>
  );
}

function Cell({ effect }: { effect: TimeEffect | undefined }) {
  if (!effect) return <td />;
  const sure = certainty(effect);
  return (
    <td>
      <span
        className={`tm-slot ${sure < 0 ? "tm-slot-less" : "tm-slot-more"}`}
        style={{ ["--tm-sure" as string]: Math.abs(sure) }}
      >
        <span aria-hidden="true">
          {VERDICTS[effect.verdict].mark}
          {effect.posts > 0 && effect.posts}
        </span>
        <span className="tm-unseen">{cellInWords(effect)}</span>
      </span>
    </td>
  );
}
