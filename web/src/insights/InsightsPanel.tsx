import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { insightsQuery } from "../api/insights";
import { INSIGHTS } from "../auth/returnTo";
import { useView } from "../filters/useView";
import { carried } from "../filters/view";
import { useVisit } from "../share/visit";
import { questionOf } from "../take/take";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Later } from "../ui/Later";
import { Panel } from "../ui/Panel";
import { FindingItem } from "./FindingItem";
import { sorted, undecidedInWords } from "./words";

const MOST = 3;

/** The insights that are worth most, on the page of figures. */
export function InsightsPanel({ business }: { business: number }) {
  const [view] = useView();
  const visit = useVisit();
  const query = insightsQuery(business, view, visit !== undefined);
  const feed = useQuery(query);
  const open = feed.data?.insights.filter((one) => one.state !== "dismissed") ?? [];
  const { telling, undecided } = sorted(open);
  const pending = <Skeleton height={180} role="status" aria-label={t("Loading the insights")} />;
  return (
    <Panel
      title={t("Insights")}
      take={{
        question: questionOf("/analytics/insights", query, { include: undefined }),
        parts: ["insights"],
        period: feed.data?.period,
      }}
      actions={
        !visit && (
          <Link to={INSIGHTS} search={carried(view)} className="tm-link">
            {open.length > MOST ? t("All {count} insights", { count: open.length }) : t("All insights")}
          </Link>
        )
      }
    >
      {feed.isError && !feed.data ? (
        <ErrorPanel what={t("The insights")} error={feed.error} retry={() => void feed.refetch()} />
      ) : !feed.data ? (
        pending
      ) : telling.length === 0 ? (
        <Text c="dimmed" data-testid="nothing-stands-out">
          {t("Nothing stands out, and that is a finding.")}
          {undecided.length > 0 && ` ${undecidedInWords(undecided)}.`}
        </Text>
      ) : (
        <Later fallback={pending}>
          <ol className="tm-findings">
            {telling.slice(0, MOST).map((finding) => (
              <FindingItem key={finding.id} finding={finding} timeZone={feed.data.period.time_zone} />
            ))}
          </ol>
        </Later>
      )}
    </Panel>
  );
}
