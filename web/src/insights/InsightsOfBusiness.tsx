import {
  Alert,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Finding, type InsightFeed, insightsQuery } from "../api/insights";
import type { Business } from "../api/types";
import { DIGEST } from "../auth/returnTo";
import { FilterBar } from "../filters/FilterBar";
import { Taken } from "../take/Taken";
import { type Question, questionOf } from "../take/take";
import { plural, rich, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ErrorText } from "../ui/ErrorText";
import { formatSpan } from "../ui/format";
import { FindingItem } from "./FindingItem";
import type { InsightsSearch } from "./search";
import { useDismissal } from "./useDismissal";
import { kindName, kindOf, kindsIn, leftOutInWords, type Sorted, sorted, undecidedInWords } from "./words";

interface Props {
  business: Business;
  search: InsightsSearch;
  onSearch: (search: InsightsSearch) => void;
}

const ALL = "all";

export function InsightsOfBusiness({ business, search, onSearch }: Props) {
  const query = insightsQuery(business.business_id, search);
  const feed = useQuery(query);
  return (
    <Stack gap="lg">
      <FilterBar
        business={business.business_id}
        period={feed.data?.period}
        comparison={feed.data?.comparison}
      />
      {feed.data ? (
        <div className={feed.isPlaceholderData ? "tm-waiting" : undefined} aria-busy={feed.isPlaceholderData}>
          <Feed
            feed={feed.data}
            business={business}
            search={search}
            onSearch={onSearch}
            question={questionOf(
              "/analytics/insights",
              query,
              search.dismissed ? {} : { include: undefined },
            )}
          />
        </div>
      ) : feed.isError ? (
        <ErrorPanel what={t("The insights")} error={feed.error} retry={() => void feed.refetch()} />
      ) : (
        <Stack role="status" aria-label={t("Loading the insights")}>
          <Skeleton height={36} width={320} />
          <Skeleton height={110} radius="lg" />
          <Skeleton height={110} radius="lg" />
        </Stack>
      )}
    </Stack>
  );
}

function Feed({
  feed,
  business,
  search,
  onSearch,
  question,
}: Props & { feed: InsightFeed; question: Question }) {
  const { dismiss, restore } = useDismissal(business.business_id);
  const failed = dismiss.error ?? restore.error;
  const away = feed.insights.filter((one) => one.state === "dismissed").length;
  const listed = feed.insights.filter((one) => search.dismissed || one.state !== "dismissed");
  const kinds = kindsIn(listed);
  const kind = search.kind && kinds.includes(search.kind) ? search.kind : ALL;
  const shown = listed.filter((one) => kind === ALL || kindOf(one) === kind);
  const undo = dismiss.isSuccess ? dismiss.variables : undefined;
  const item = (finding: Finding) => (
    <FindingItem
      key={finding.id}
      finding={finding}
      timeZone={feed.period.time_zone}
      onDismiss={finding.state === null ? undefined : () => dismiss.mutate(finding.id)}
      onRestore={() => restore.mutate(finding.id, { onSuccess: () => dismiss.reset() })}
      waiting={
        (dismiss.isPending && dismiss.variables === finding.id) ||
        (restore.isPending && restore.variables === finding.id)
      }
    />
  );

  return (
    <Stack gap="md">
      <Taken
        title={t("Insights")}
        take={{
          question,
          parts: ["insights"],
          period: feed.period,
        }}
      >
        <Text className="tm-note" data-testid="feed-about">
          {rich(
            "{period}, against the days before. At most {percent}% of all claims in this list are expected to be wrong. {leftOut} <link>The last week in a few words</link>",
            {
              period: formatSpan(feed.period),
              percent: Math.round(feed.rate * 100),
              leftOut: leftOutInWords(feed.left_out),
              link: (inner) => (
                <Link to={DIGEST} search={{ business: business.business_id }} className="tm-link">
                  {inner}
                </Link>
              ),
            },
          )}
          {feed.insights.some((one) => one.state === null) &&
            ` ${t("Insights of a view with filters are not remembered, so none can be put away.")}`}
        </Text>
      </Taken>
      <Group gap="md">
        {kinds.length > 1 && (
          <SegmentedControl
            aria-label={t("Kinds of insights")}
            className="tm-kinds"
            value={kind}
            onChange={(chosen) => onSearch({ ...search, kind: chosen === ALL ? undefined : chosen })}
            data={[
              { value: ALL, label: t("All") },
              ...kinds.map((one) => ({ value: one, label: kindName(one) })),
            ]}
          />
        )}
        {away > 0 && (
          <Checkbox
            label={t("Show {away} put away", { away })}
            checked={search.dismissed ?? false}
            onChange={(event) =>
              onSearch({ ...search, dismissed: event.currentTarget.checked ? true : undefined })
            }
          />
        )}
      </Group>
      {failed && (
        <Alert color="red" role="alert" title={t("Nothing was changed")}>
          <ErrorText error={failed} />
        </Alert>
      )}
      {undo && (
        <div role="status" className="tm-undo">
          <Text size="sm">{t("Put away. It comes back only if it changes.")}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => restore.mutate(undo, { onSuccess: () => dismiss.reset() })}
          >
            {t("Undo")}
          </Button>
        </div>
      )}
      <Parts parts={sorted(shown)} item={item} away={away} />
    </Stack>
  );
}

interface PartsProps {
  parts: Sorted<Finding>;
  item: (finding: Finding) => ReactNode;
  away: number;
}

/** What says something comes first; what cannot be decided is folded away. */
function Parts({ parts, item, away }: PartsProps) {
  const { telling, undecided, reservations } = parts;
  return (
    <>
      {telling.length === 0 ? (
        <NothingStandsOut away={away} />
      ) : (
        <ol className="tm-findings" data-testid="findings-telling">
          {telling.map(item)}
        </ol>
      )}
      {undecided.length > 0 && (
        <details className="tm-undecided" data-testid="findings-undecided">
          <summary>{undecidedInWords(undecided)}</summary>
          <ol className="tm-findings">{undecided.map(item)}</ol>
        </details>
      )}
      {reservations.length > 0 && <ol className="tm-findings">{reservations.map(item)}</ol>}
    </>
  );
}

function NothingStandsOut({ away }: { away: number }) {
  return (
    <section className="tm-panel" data-testid="nothing-stands-out">
      <Title order={2} size="h4" mb={6}>
        {t("Nothing stands out, and that is a finding")}
      </Title>
      <Text>
        {t(
          "No number moved more than it usually does as far as can be told, and no record fell. There is nothing that you would have to react to.",
        )}
        {away > 0 && ` ${plural(away, "One insight was put away.", "{n} insights were put away.")}`}
      </Text>
    </section>
  );
}
