import { Group, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Business } from "../api/types";
import { type Why, whyQuery } from "../api/why";
import { WHY } from "../auth/returnTo";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { FilterBar } from "../filters/FilterBar";
import { type Question, questionOf, type Take } from "../take/take";
import { spoken } from "../text/said";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Panel } from "../ui/Panel";
import { Compared } from "./Compared";
import { ContributingPosts } from "./ContributingPosts";
import { ExplainChoice } from "./ExplainChoice";
import { GroupTables } from "./GroupTables";
import { WaterfallTable } from "./WaterfallTable";
import { amount } from "./words";

const route = getRouteApi(WHY);

export function WhyOfBusiness({ business }: { business: Business }) {
  const view = route.useSearch();
  const query = whyQuery(business.business_id, view);
  const why = useQuery(query);
  const answer = why.data;

  return (
    <Stack gap="lg">
      <FilterBar
        business={business.business_id}
        period={answer?.period}
        comparison={answer?.comparison}
        first={<ExplainChoice />}
      />
      {why.isError && !answer && (
        <ErrorPanel what={t("The explanation")} error={why.error} retry={() => void why.refetch()} />
      )}
      {why.isPending && (
        <Stack role="status" aria-label={t("Loading the explanation")}>
          <Skeleton height={90} radius="lg" />
          <Skeleton height={320} radius="lg" />
        </Stack>
      )}
      {answer && (
        <Stack
          gap="lg"
          className={why.isPlaceholderData ? "tm-waiting" : ""}
          aria-busy={why.isPlaceholderData}
        >
          <Explanation why={answer} question={questionOf("/analytics/why", query)} />
        </Stack>
      )}
    </Stack>
  );
}

export function Explanation({ why, question }: { why: Why; question: Question }) {
  const total = why.change;
  const take = (...parts: string[]): Take => ({ question, parts, period: why.period });
  return (
    <>
      <section className="tm-panel" aria-label={t("In words")}>
        <Group gap={4} wrap="nowrap" align="flex-start">
          <p className="tm-sentence" data-testid="why-sentence">
            {spoken(why.sentence, why.sentence_said)}
          </p>
          {total && (
            <EvidenceInfo
              evidence={total.evidence}
              about={t("The change")}
              unit={why.metric === "engagement_rate" ? "share" : "count"}
              timeZone={why.period.time_zone}
            />
          )}
        </Group>
        <Compared why={why} />
      </section>
      {total && (
        <Panel
          title={t("From {previous} to {value}", {
            previous: amount(why.metric, total.previous),
            value: amount(why.metric, total.value),
          })}
          take={{
            ...take("change", "effects", "apart"),
            picture: async () => (await import("./waterfallPicture")).waterfallPicture(why, total),
          }}
        >
          <WaterfallTable why={why} total={total} />
        </Panel>
      )}
      {why.groups && <GroupTables why={why} groups={why.groups} take={take} />}
      {why.posts.length > 0 && <ContributingPosts why={why} take={take("posts")} />}
    </>
  );
}
