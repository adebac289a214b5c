import { Group, NativeSelect, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { accountsQuery } from "../api/queries";
import type { Business } from "../api/types";
import { type WhatWorks, WORKS_METRICS, type WorksMetric, whatWorksQuery } from "../api/works";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { FilterBar } from "../filters/FilterBar";
import { OF_POSTS } from "../filters/narrowing";
import { options } from "../filters/options";
import { type Question, questionOf, type Take } from "../take/take";
import { spoken } from "../text/said";
import { english, inSentence, plural, t, tell } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatSpan } from "../ui/format";
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

export function WorksOfBusiness({ business, search, onAsk }: Props) {
  const id = business.business_id;
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
          label={t("Account")}
          disabled={!accounts.data?.length}
          value={String(search.account?.[0] ?? shown ?? "")}
          data={(accounts.data ?? []).map((account) => ({
            value: String(account.account_id),
            label: `${account.name ?? account.handle} (${platformName(account.platform)})`,
          }))}
          onChange={(event) => onAsk({ account: [Number(event.currentTarget.value)] })}
        />
        <NativeSelect
          label={t("Judged by")}
          value={metric}
          data={options(WORKS_METRICS)}
          onChange={(event) => onAsk({ metric: event.currentTarget.value as WorksMetric })}
        />
      </Group>
      {works.isError ? (
        <ErrorPanel what={t("What works")} error={works.error} retry={() => void works.refetch()} />
      ) : works.isPending ? (
        <Stack role="status" aria-label={t("Loading what works")}>
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
        {t("There is no account with posts yet: import a file or connect a platform.")}
      </Text>
    );
  }
  const { conclusion } = account;
  const { from, to } = works;
  const take = (part: string): Take => ({ question, parts: [part], period: { from, to } });
  const leftOut = leftOutInWords(account);
  return (
    <>
      <Panel title={t("In words")} take={take("accounts.conclusion")}>
        <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between">
          <Text data-testid="works-verdict">{spoken(conclusion.text, conclusion.text_said)}</Text>
          <EvidenceInfo
            evidence={conclusion.evidence}
            about={t("What works")}
            unit="count"
            timeZone={works.time_zone}
          />
        </Group>
        <p className="tm-note">
          <PlatformLabel platform={account.account.platform} /> {account.account.name} ·{" "}
          {plural(conclusion.evidence.n, "{n} post of {period}", "{n} posts of {period}", {
            period: formatSpan(works),
          })}
          {leftOut && ` · ${leftOut}`}
        </p>
        <p className="tm-note">{english(works.note)}</p>
      </Panel>
      {account.groups.map((group) => (
        <EffectPanel
          key={group.kind}
          take={take(`accounts.groups[kind=${group.kind}].effects`)}
          group={group}
          metric={inSentence(tell(WORKS_METRICS[works.metric]))}
          timeZone={works.time_zone}
        />
      ))}
    </>
  );
}
