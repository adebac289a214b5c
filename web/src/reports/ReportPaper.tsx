import { Text } from "@mantine/core";
import { CatchBoundary } from "@tanstack/react-router";
import { type CSSProperties, useId, useRef } from "react";
import { reachable } from "../api/client";
import type { Answers, Changes, Report, ReportChange, ReportSection } from "../api/reports";
import { Markdown } from "../methods/Markdown";
import { useTaken } from "../take/takes";
import { english, t } from "../text/text";
import { formatInstant, formatSpan } from "../ui/format";
import { figureName } from "../ui/names";
import { ReportPanel } from "./ReportPanel";
import { answerOf, comparedInWords, takeOf, titleOf } from "./words";

interface Props {
  business: { name: string; time_zone: string; demo: boolean };
  report: Report;
  answers: Answers;
  /** What a closed report would say differently today; undefined where nobody asked. */
  changes?: Changes;
}

/** A report as a client gets it: on the screen and on paper the same. */
export function ReportPaper({ business, report, answers, changes }: Props) {
  const style = report.colour ? ({ "--tm-report-colour": report.colour } as CSSProperties) : undefined;
  const compared = comparedInWords(answers);
  return (
    <article className="tm-report" style={style} aria-label={report.title} data-testid="report">
      <header className="tm-report-head">
        <div>
          <h2>{report.title}</h2>
          <p>
            {business.name} · {formatSpan(report)}
            {business.demo && ` · ${t("demonstration data")}`}
          </p>
          {compared && <p data-testid="report-compared">{compared}</p>}
        </div>
        {report.logo && <img className="tm-report-logo" src={reachable(report.logo)} alt="" />}
      </header>
      {report.sections.map((section, at) => (
        <Section
          // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a report stay where they are
          key={at}
          report={report}
          section={section}
          answers={answers}
          timeZone={business.time_zone}
          changes={changes?.[answerOf(section)] ?? []}
        />
      ))}
      <footer className="tm-report-foot">
        {report.closed_at
          ? t("Numbers as they were known on {time}.", {
              time: formatInstant(report.closed_at, business.time_zone),
            })
          : t("This report is open: its numbers are those of now.")}{" "}
        {t("A dash stands for what is not known; it is no zero.")}
        {changes && (
          <span data-testid="report-changes">
            {" "}
            {Object.keys(changes).length === 0
              ? t("Nothing has changed since.")
              : t("What has changed since stands beside the numbers.")}
          </span>
        )}
        <Definitions answers={answers} />
      </footer>
    </article>
  );
}

interface SectionProps {
  report: Report;
  section: ReportSection;
  answers: Answers;
  timeZone: string;
  changes: ReportChange[];
}

function Section({ report, section, answers, timeZone, changes }: SectionProps) {
  const key = useId();
  const element = useRef<HTMLElement>(null);
  const nothingNoted = section.panel === "notes" && section.text === "" && answers.notes?.notes.length === 0;
  const known = !nothingNoted && (answers as Record<string, unknown>)[answerOf(section)] != null;
  useTaken(key, titleOf(section), known ? takeOf(report, section) : undefined, element);
  // Nobody wrote anything, here or there: nothing to put before a client.
  if (nothingNoted) return null;
  return (
    <section className="tm-report-section" data-testid={`report-${section.panel}`} ref={element}>
      <h3>{titleOf(section)}</h3>
      {section.text && (
        <div className="tm-report-text">
          <Markdown text={section.text.replaceAll(/^#+ /gm, "#### ")} />
        </div>
      )}
      <CatchBoundary getResetKey={() => section.panel} errorComponent={NotShown}>
        <ReportPanel
          section={section}
          answers={answers}
          colour={report.colour}
          timeZone={timeZone}
          changes={changes}
        />
      </CatchBoundary>
    </section>
  );
}

function NotShown() {
  return <Text c="dimmed">{t("This panel cannot be shown.")}</Text>;
}

/** What those figures mean whose name alone does not say it. */
function Definitions({ answers }: { answers: Answers }) {
  const { overview } = answers;
  const shown = overview ? [overview.engagement, overview.rates.engagement_rate] : [];
  const meanings = Object.entries(overview?.definitions ?? {}).filter(([id]) =>
    shown.some((figure) => figure?.definition === id),
  );
  if (meanings.length === 0) return null;
  return (
    <dl className="tm-report-meanings">
      {meanings.map(([id, meaning]) => (
        <div key={id}>
          <dt>{figureName(id.replace(/\/\d+$/, ""))}</dt>
          <dd>{english(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}
