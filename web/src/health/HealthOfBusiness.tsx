import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { healthQuery } from "../api/health";
import type { Business } from "../api/types";
import { CONNECTIONS } from "../auth/returnTo";
import { Taken } from "../take/Taken";
import type { Take } from "../take/take";
import { rich, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { AccountCard } from "./AccountCard";
import { PlatformPanel } from "./PlatformPanel";
import { byUrgency, summaryInWords } from "./words";

/** Events tell of what was stored; a run that failed stores nothing. */
const LOOKED_AGAIN_MS = 60_000;

export function HealthOfBusiness({ business }: { business: Business }) {
  const health = useQuery({ ...healthQuery(business.business_id), refetchInterval: LOOKED_AGAIN_MS });
  const answer = health.data;

  if (!answer) {
    return health.isError ? (
      <ErrorPanel what={t("The data health")} error={health.error} retry={() => void health.refetch()} />
    ) : (
      <Stack role="status" aria-label={t("Loading the data health")}>
        <Skeleton height={24} width={300} />
        <Skeleton height={260} radius="lg" />
      </Stack>
    );
  }
  const take = (part: string): Take => ({
    question: { path: "/connections/health", params: { business_id: business.business_id } },
    parts: [part],
  });
  return (
    <Stack gap="lg">
      {health.isError && (
        <ErrorPanel what={t("What is new")} error={health.error} retry={() => void health.refetch()} />
      )}
      {answer.accounts.length === 0 ? (
        <NothingCollected business={business.business_id} />
      ) : (
        <Taken title={t("Accounts")} take={take("accounts")}>
          <Text data-testid="health-summary">{summaryInWords(answer.accounts)}</Text>
        </Taken>
      )}
      {byUrgency(answer.accounts).map((account) => (
        <AccountCard key={account.account_id} business={business} account={account} now={answer.at} />
      ))}
      {answer.platforms.length > 0 && (
        <PlatformPanel
          business={business.business_id}
          platforms={answer.platforms}
          take={take("platforms")}
        />
      )}
    </Stack>
  );
}

function NothingCollected({ business }: { business: number }) {
  return (
    <section className="tm-panel" data-testid="nothing-collected">
      <Title order={2} size="h4" mb={6}>
        {t("No account is collected yet")}
      </Title>
      <Text>
        {rich(
          "Once a platform is connected, this page shows how its accounts do. <link>Connect a platform</link>",
          {
            link: (inner) => (
              <Link to={CONNECTIONS} search={{ business }} className="tm-link">
                {inner}
              </Link>
            ),
          },
        )}
      </Text>
    </section>
  );
}
