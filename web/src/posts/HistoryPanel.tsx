import { Button, Group, NativeSelect, Skeleton, Text } from "@mantine/core";
import { CatchBoundary } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState } from "react";
import type { Note } from "../api/notes";
import type { PostDetail } from "../api/posts";
import type { Metric } from "../api/types";
import { useView } from "../filters/useView";
import { MarkedNotes } from "../notes/MarkedNotes";
import { forOthers, isAbout } from "../notes/marks";
import { useNotes } from "../notes/useNotes";
import type { Take } from "../take/take";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatInstant, formatMetric } from "../ui/format";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { metricsOf, noteOf, type Reading, readingsOf, usualCourse } from "./history";
import { historyDays, historyMarks, saidOf } from "./historyMarks";

const HistoryChart = lazy(() => import("./HistoryChart"));

interface Props {
  detail: PostDetail;
  timeZone: string;
  take: Take;
}

/** How a number of the post grew from reading to reading. */
export function HistoryPanel({ detail, timeZone, take }: Props) {
  const [view, change] = useView();
  const [asTable, setAsTable] = useState(false);
  const offered = useMemo(() => metricsOf(detail.history), [detail.history]);
  const metric = offered.find((one) => one === view.metric) ?? offered[0];
  const readings = useMemo(() => (metric ? readingsOf(detail, metric) : []), [detail, metric]);
  const usual = useMemo(
    () => (metric ? usualCourse(detail, metric, readings) : []),
    [detail, metric, readings],
  );
  const days = useMemo(() => historyDays(readings, usual, timeZone), [readings, usual, timeZone]);
  const noted = useNotes(detail.business_id, days);
  const account = detail.post.account.id;
  const notes = useMemo(() => noted.filter((one) => isAbout(one, (id) => id === account)), [noted, account]);
  if (!metric) {
    return (
      <Panel title={t("History")}>
        <Text c="dimmed">{t("No reading of this post has a number.")}</Text>
      </Panel>
    );
  }
  return (
    <Panel
      title={t("History")}
      take={{
        ...take,
        picture: async () =>
          (await import("./historyPicture")).historyPicture(
            readings,
            usual,
            metric,
            timeZone,
            historyMarks(forOthers(notes), readings, usual, timeZone),
          ),
      }}
      actions={
        <Group gap="xs">
          <NativeSelect
            aria-label={t("Metric of the history")}
            data={offered.map((one) => ({ value: one, label: figureName(one) }))}
            value={metric}
            onChange={(event) => {
              const chosen = event.currentTarget.value as Metric;
              change((now) => ({ ...now, metric: chosen }), { replace: true });
            }}
          />
          <Button variant="default" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t("Show as table")}
          </Button>
        </Group>
      }
    >
      {asTable ? (
        <HistoryTable readings={readings} metric={metric} timeZone={timeZone} notes={notes} />
      ) : (
        <CatchBoundary getResetKey={() => metric} errorComponent={ChartFailure}>
          <Suspense
            fallback={<Skeleton className="tm-chart" role="status" aria-label={t("Loading the history")} />}
          >
            <HistoryChart
              readings={readings}
              usual={usual}
              metric={metric}
              timeZone={timeZone}
              notes={notes}
            />
          </Suspense>
        </CatchBoundary>
      )}
      {!asTable && usual.length > 0 && (
        <Text className="tm-note" data-testid="history-usual">
          {t(
            "Dashed: what posts of this account and type usually have at that age. Nine of ten lie in the shaded area.",
          )}
        </Text>
      )}
      {!asTable && <FallenReadings readings={readings} timeZone={timeZone} />}
      <MarkedNotes business={detail.business_id} notes={notes} />
      {detail.history.truncated && (
        <Text className="tm-note" mt="xs">
          {t("The newest {count} of {total} readings.", {
            count: detail.history.snapshots.length,
            total: detail.history.total,
          })}
        </Text>
      )}
    </Panel>
  );
}

/** After the server was updated, an older page finds its chart no longer there; the new page has its own. */
function ChartFailure() {
  return (
    <ErrorPanel
      what={t("The chart")}
      error={new Error(t("Reload the page, or look at the values as a table."))}
      retry={() => window.location.reload()}
    />
  );
}

function FallenReadings({ readings, timeZone }: { readings: Reading[]; timeZone: string }) {
  const fallen = readings.filter(({ verdict }) => verdict);
  if (fallen.length === 0) return null;
  return (
    <ul className="tm-plain" data-testid="history-fallen">
      {fallen.map((reading) => (
        <li key={`${reading.at} ${reading.source}`} className="tm-note">
          <span aria-hidden="true">◆ </span>
          {formatInstant(reading.at, timeZone)}: {noteOf(reading)}.
        </li>
      ))}
    </ul>
  );
}

interface TableProps {
  readings: Reading[];
  metric: Metric;
  timeZone: string;
  notes: Note[];
}

function HistoryTable({ readings, metric, timeZone, notes }: TableProps) {
  const byReading = t("{metric} by reading", { metric: figureName(metric) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
    <section className="tm-scroll" tabIndex={0} aria-label={byReading}>
      <table className="tm-one-table" data-testid="history-table">
        <thead>
          <tr>
            <th scope="col">{t("Read |when a value was")}</th>
            <th scope="col" className="tm-number">
              {figureName(metric)}
            </th>
            <th scope="col">{t("Source")}</th>
            <th scope="col">{t("Note |about a figure")}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => (
            <tr key={`${reading.at} ${reading.source}`}>
              <th scope="row">{formatInstant(reading.at, timeZone)}</th>
              <td className="tm-number">{formatMetric(metric, reading.value)}</td>
              <td className="tm-note tm-break">{reading.source}</td>
              <td className="tm-note">{saidOf(reading, notes, timeZone).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
