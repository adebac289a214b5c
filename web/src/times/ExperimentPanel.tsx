import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type AccountName, experimentsQuery, type TestProposal, type TimingMetric } from "../api/times";
import { spoken } from "../text/said";
import { rich, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatInstant } from "../ui/format";
import { Panel } from "../ui/Panel";
import { ExperimentForm } from "./ExperimentForm";
import { ExperimentProgress } from "./ExperimentProgress";
import { stageInWords, timeName } from "./words";

interface Props {
  business: number;
  account: AccountName;
  metric: TimingMetric;
  proposal: TestProposal | null;
}

/** Past posts tell of associations; a coin tells of effects. */
export function ExperimentPanel({ business, account, metric, proposal }: Props) {
  const experiments = useQuery(experimentsQuery(business));
  const own = experiments.data?.filter((one) => one.account?.id === account.id) ?? [];
  const running = own.find((one) => one.ended_at === null);
  const over = own.filter((one) => one.ended_at !== null);

  return (
    <Panel
      title={t("Test two times")}
      take={
        own.length > 0
          ? {
              question: {
                path: "/experiments",
                params: { business_id: business, account_id: String(account.id) },
              },
              parts: ["experiments"],
            }
          : undefined
      }
    >
      <Text mb="sm">
        {t(
          "What past posts show may come from what was posted then. A test rules that out: a coin names one of two times for each post, and once each has enough posts they are compared, not before.",
        )}
      </Text>
      {experiments.isError ? (
        <ErrorPanel
          what={t("Your tests")}
          error={experiments.error}
          retry={() => void experiments.refetch()}
        />
      ) : experiments.isPending ? (
        <Skeleton height={120} radius="lg" aria-busy="true" />
      ) : running ? (
        <ExperimentProgress business={business} experiment={running} />
      ) : (
        <ExperimentForm business={business} account={account} metric={metric} proposal={proposal} />
      )}
      {over.length > 0 && (
        <div className="tm-over">
          <h3>{t("Earlier tests")}</h3>
          <ul>
            {over.map((one) => (
              <li key={one.experiment_id}>
                {rich("<strong>{time} against {other}</strong> ({stage}, from {start}): {text}", {
                  time: timeName(one.state.first.time),
                  other: timeName(one.state.second.time),
                  strong: (inner) => <strong>{inner}</strong>,
                  stage: stageInWords(one),
                  start: formatInstant(one.started_at, one.time_zone),
                  text: spoken(one.state.text, one.state.text_said),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
