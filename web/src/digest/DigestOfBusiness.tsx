import { Button, Group, List, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type BestPost, type Digest, digestQuery, type MainNumber } from "../api/digest";
import type { Finding } from "../api/insights";
import { POST } from "../auth/returnTo";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { FindingItem } from "../insights/FindingItem";
import { sorted, undecidedInWords } from "../insights/words";
import { Change } from "../overview/Change";
import { briefly } from "../overview/explain";
import { verdictOn } from "../overview/verdict";
import type { Question, Take } from "../take/take";
import { spoken } from "../text/said";
import { inSentence, rich, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatChangeRatio, formatInstant, formatMetric, formatPercent, formatSpan } from "../ui/format";
import { Missing } from "../ui/Missing";
import { figureName, typeName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { Subscription } from "./Subscription";
import { weeksFrom } from "./search";
import { besideInWords, comparisonInWords, summaryInWords } from "./words";

interface Props {
  business: number;
  week?: string;
  onWeek: (week: string | undefined) => void;
}

export function DigestOfBusiness({ business, week, onWeek }: Props) {
  const digest = useQuery(digestQuery(business, week));
  if (!digest.data) {
    return digest.isError ? (
      <ErrorPanel what={t("The digest")} error={digest.error} retry={() => void digest.refetch()} />
    ) : (
      <Stack role="status" aria-label={t("Loading the digest")}>
        <Skeleton height={36} width={320} />
        <Skeleton height={160} radius="lg" />
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <Button variant="default" onClick={() => onWeek(weeksFrom(digest.data.week.from, -1))}>
          {t("The week before")}
        </Button>
        {week && (
          <Button variant="default" onClick={() => onWeek(undefined)}>
            {t("The last whole week")}
          </Button>
        )}
      </Group>
      <Week digest={digest.data} question={questionOfDigest(business, week)} />
      <Subscription business={business} />
    </Stack>
  );
}

function questionOfDigest(business: number, week: string | undefined): Question {
  return { path: "/analytics/digest", params: { business_id: business, week } };
}

function Week({ digest, question }: { digest: Digest; question: Question }) {
  const take = (part: string): Take => ({ question, parts: [part], period: digest.week });
  const zone = digest.week.time_zone;
  return (
    <>
      <section className="tm-panel" data-testid="digest-summary">
        <Title order={2} size="h4" mb={6}>
          {formatSpan(digest.week)}
        </Title>
        <Text>
          {digest.demo && `${t("These are the numbers of a demonstration.")} `}
          {summaryInWords(digest)} {besideInWords(digest)}
        </Text>
        <Text className="tm-note">{comparisonInWords(digest)}</Text>
      </section>
      {digest.numbers.length > 0 && (
        <Numbers numbers={digest.numbers} findings={digest.findings} take={take("numbers")} />
      )}
      {digest.findings.length > 0 && (
        <Findings findings={digest.findings} zone={zone} take={take("findings")} />
      )}
      {digest.best.length > 0 && (
        <Best posts={digest.best} business={digest.business_id} zone={zone} take={take("best")} />
      )}
      {digest.missing.length > 0 && (
        <Panel title={t("What is missing")} take={take("missing")}>
          <List size="sm" spacing={4}>
            {digest.missing.map((sentence, index) => (
              <List.Item key={sentence}>{spoken(sentence, digest.missing_said?.[index])}</List.Item>
            ))}
          </List>
        </Panel>
      )}
    </>
  );
}

/** What stands out; what cannot be decided is folded away. */
function Findings({ findings, zone, take }: { findings: Finding[]; zone: string; take: Take }) {
  const { telling, undecided } = sorted(findings);
  const list = (some: Finding[]) => (
    <ol className="tm-findings">
      {some.map((one) => (
        <FindingItem key={one.id} finding={one} timeZone={zone} />
      ))}
    </ol>
  );
  return (
    <Panel title={telling.length > 0 ? t("What stands out") : t("Nothing stands out")} take={take}>
      {telling.length > 0 && list(telling)}
      {undecided.length > 0 && (
        <details className="tm-undecided">
          <summary>{undecidedInWords(undecided)}</summary>
          {list(undecided)}
        </details>
      )}
    </Panel>
  );
}

function Numbers({ numbers, findings, take }: Pick<Digest, "numbers" | "findings"> & { take: Take }) {
  return (
    <Panel title={t("Numbers of the week")} take={take}>
      <Table className="tm-stack" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("Number")}</Table.Th>
            <Table.Th scope="col" className="tm-number">
              {t("Value")}
            </Table.Th>
            <Table.Th scope="col">{t("Change")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {numbers.map((one) => (
            <Table.Tr key={one.key}>
              <Table.Th scope="row">{figureName(one.key)}</Table.Th>
              <Table.Td className="tm-number" data-label={t("Value")}>
                {one.value === null ? (
                  <Missing why={briefly(one.status)} />
                ) : (
                  formatMetric(one.key, one.value)
                )}
              </Table.Td>
              <Table.Td data-label={t("Change")}>
                {one.value !== null && (
                  <Change
                    status={one.change_status}
                    change={one.change}
                    previous={one.previous}
                    text={one.change_ratio === null ? "" : formatChangeRatio(one.change_ratio)}
                    from={comparedInWords(one)}
                    verdict={verdictOn(one.key, one.change, findings)}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

function comparedInWords({ key, previous, compared }: MainNumber): string | undefined {
  if (previous === null || compared === null) return undefined;
  return t("from {previous} to {compared}", {
    previous: formatMetric(key, previous),
    compared: formatMetric(key, compared),
  });
}

interface BestProps {
  posts: BestPost[];
  business: number;
  zone: string;
  take: Take;
}

function Best({ posts, business, zone, take }: BestProps) {
  return (
    <Panel title={t("Best posts of the week, ranked fairly")} take={take}>
      <ol className="tm-findings">
        {posts.map((one) => (
          <li key={one.post} className="tm-finding">
            <div className="tm-finding-head">
              <Link to={POST} params={{ id: String(one.post) }} search={{ business }} className="tm-link">
                {t("{account}, {type} of {time}", {
                  account: one.account,
                  type: inSentence(typeName(one.content_type)),
                  time: formatInstant(one.published_at, zone),
                })}
              </Link>
              <EvidenceInfo
                evidence={one.evidence}
                about={t("The engagement rate to be expected of it")}
                unit="share"
                timeZone={zone}
              />
            </div>
            <Text size="sm">
              {rich(
                "{platform} · {expected} engagement rate to be expected in the long run, {actual} as it is",
                {
                  platform: <PlatformLabel platform={one.platform} />,
                  expected: formatPercent(one.score),
                  actual: formatPercent(one.raw),
                },
              )}
            </Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
