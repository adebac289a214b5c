import { Group, NativeSelect, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { accountsQuery } from "../api/queries";
import type { Business } from "../api/types";
import { type WhatWorks, WORKS_METRICS, type WorksMetric, whatWorksQuery } from "../api/works";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { FilterBar } from "../filters/FilterBar";
import { OF_POSTS } from "../filters/narrowing";
import { useEvents } from "../refresh/useEvents";
import { type Question, questionOf, type Take } from "../take/take";
import { ErrorPanel } from "../ui/ErrorPanel";
import { countOf, formatSpan } from "../ui/format";
import { platformName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { EffectPanel } from "./EffectPanel";
import type { WorksSearch } from "./search";
import { leftOutInWords } from "./words";

interface Props {
  business: Business;
  search: WorksSearch;
  onAsk: (change: Partial<WorksSearch>) => void;
}

const METRICS = Object.entries(WORKS_METRICS).map(([value, label]) => ({ value, label }));

export function WorksOfBusiness({ business, search, onAsk }: Props) {
  const id = business.business_id;
  useEvents(id);
  const metric = search.metric ?? "engagement";
  const query = whatWorksQuery(id, search, metric);
  const works = useQuery(query);
  const accounts = useQuery(accountsQuery(id));
  const shown = works.data?.accounts[0]?.account.id;
  return (
    <Stack gap="lg">
      <FilterBar
        business={id}
        period={undefined}
        comparison={undefined}
        dated={false}
        narrows={OF_POSTS}
        elsewhere={["account"]}
      />
      <Group gap="md">
        <NativeSelect
          label="Account"
          value={String(search.account?.[0] ?? shown ?? "")}
          data={(accounts.data ?? []).map((account) => ({
            value: String(account.account_id),
            label: `${account.name ?? account.handle} (${platformName(account.platform)})`,
          }))}
          onChange={(event) => onAsk({ account: [Number(event.currentTarget.value)] })}
        />
        <NativeSelect
          label="Judged by"
          value={metric}
          data={METRICS}
          onChange={(event) => onAsk({ metric: event.currentTarget.value as WorksMetric })}
        />
      </Group>
      {works.isError ? (
        <ErrorPanel what="What works" error={works.error} retry={() => void works.refetch()} />
      ) : works.isPending ? (
        <Stack role="status" aria-label="Loading what works">
          <Skeleton height={120} radius="lg" />
          <Skeleton height={260} radius="lg" />
        </Stack>
      ) : (
        <div className="tm-works" aria-busy={works.isPlaceholderData}>
          <Answer works={works.data} question={questionOf("/analytics/what-works", query)} />
        </div>
      )}
    </Stack>
  );
}

function Answer({ works, question }: { works: WhatWorks; question: Question }) {
  const account = works.accounts[0];
  if (!account) {
    return (
      <Text data-testid="no-account">
        There is no account with posts yet: import a file or connect a platform.
      </Text>
    );
  }
  const { conclusion } = account;
  const { from, to } = works;
  const take = (part: string): Take => ({ question, parts: [part], period: { from, to } });
  const leftOut = leftOutInWords(account);
  return (
    <>
      <Panel title="In words" take={take("accounts.conclusion")}>
        <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between">
          <Text data-testid="works-verdict">{conclusion.text}</Text>
          <EvidenceInfo
            evidence={conclusion.evidence}
            about="What works"
            unit="count"
            timeZone={works.time_zone}
          />
        </Group>
        <p className="tm-note">
          <PlatformLabel platform={account.account.platform} /> {account.account.name} ·{" "}
          {countOf(conclusion.evidence.n, "post")} of {formatSpan(works)}
          {leftOut && ` · ${leftOut}`}
        </p>
        <p className="tm-note">{works.note}</p>
      </Panel>
      {account.groups.map((group) => (
        <EffectPanel
          key={group.kind}
          take={take(`accounts.groups[kind=${group.kind}].effects`)}
          group={group}
          metric={WORKS_METRICS[works.metric].toLowerCase()}
          timeZone={works.time_zone}
        />
      ))}
    </>
  );
}
