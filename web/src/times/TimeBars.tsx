import type { TimeEffect } from "../api/times";
import type { Take } from "../take/take";
import { msg, t, tell } from "../text/text";
import { formatCount } from "../ui/format";
import { Panel } from "../ui/Panel";
import { hourName, liftInWords, VERDICTS, weekdayName } from "./words";

interface Props {
  title: string;
  caption: string;
  times: TimeEffect[];
  take: Take;
}

const HOW_TO_READ = msg("The bar is the 90% interval of the lift, the mark in it the best guess.");
const LEAST_SCALE = 0.2;
const MOST_SCALE = 1;

/** Lifts with their intervals: the bar is what is likely, the line within it the best guess. */
export function TimeBars({ title, caption, times, take }: Props) {
  const ends = times.flatMap((time) => (time.interval ? time.interval.map(Math.abs) : []));
  const scale = Math.min(Math.max(LEAST_SCALE, ...ends), MOST_SCALE);
  return (
    <Panel
      title={title}
      take={{
        ...take,
        picture: async () =>
          (await import("../take/bars")).ranges(
            times.map((time) => ({
              name: time.hour === null ? weekdayName(time.weekday ?? 1) : hourName(time.hour),
              guess: time.lift,
              range: time.interval,
              text: liftInWords(time),
            })),
            [`${t("Lift over the usual mix of times.")} ${caption} ${tell(HOW_TO_READ)}`],
          ),
      }}
    >
      <p className="tm-note">
        {caption} {tell(HOW_TO_READ)}
      </p>
      <table className="tm-lifts">
        <thead>
          <tr>
            <th scope="col">{t("Time")}</th>
            <th scope="col" className="tm-number">
              {t("Posts")}
            </th>
            <td aria-hidden="true" />
            <th scope="col">{t("Lift")}</th>
          </tr>
        </thead>
        <tbody>
          {times.map((time) => (
            <tr key={`${time.weekday} ${time.hour}`}>
              <th scope="row">{time.hour === null ? weekdayName(time.weekday ?? 1) : hourName(time.hour)}</th>
              <td className="tm-number">{formatCount(time.posts)}</td>
              <td aria-hidden="true" className="tm-lift">
                <Bar time={time} scale={scale} />
              </td>
              <td className="tm-lift">
                {liftInWords(time)}{" "}
                {VERDICTS[time.verdict].mark && (
                  <strong title={tell(VERDICTS[time.verdict].meaning)}>
                    <span aria-hidden="true">{VERDICTS[time.verdict].mark}</span>
                    <span className="tm-unseen">{tell(VERDICTS[time.verdict].name)}</span>
                  </strong>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Bar({ time, scale }: { time: TimeEffect; scale: number }) {
  if (time.lift === null || time.interval === null) return null;
  const at = (value: number) => 50 + (50 * Math.max(-scale, Math.min(scale, value))) / scale;
  const [low, high] = time.interval;
  return (
    <span className="tm-track">
      <span className="tm-lift-range" style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
      <span className="tm-guess" style={{ left: `${at(time.lift)}%` }} />
    </span>
  );
}
