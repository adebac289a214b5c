import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Audience, audienceQuery } from "../api/audience";
import type { Business } from "../api/types";
import { CONNECTIONS, HOME } from "../auth/returnTo";
import { FilterBar } from "../filters/FilterBar";
import { OF_ACCOUNTS } from "../filters/narrowing";
import { useView } from "../filters/useView";
import { type Question, questionOf, type Take } from "../take/take";
import { rich, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Panel } from "../ui/Panel";
import { BreakdownList } from "./BreakdownList";
import { FollowersPanel } from "./FollowersPanel";
import { GrowthTable } from "./GrowthTable";

export function AudienceOfBusiness({ business }: { business: Business }) {
  const [view] = useView();
  const query = audienceQuery(business.business_id, view);
  const audience = useQuery(query);
  const answer = audience.data;
  return (
    <Stack gap="lg">
      <FilterBar
        business={business.business_id}
        period={answer}
        comparison={null}
        compares={false}
        narrows={OF_ACCOUNTS}
      />
      {audience.isError && (
        <ErrorPanel what={t("The audience")} error={audience.error} retry={() => void audience.refetch()} />
      )}
      {audience.isPending && <Skeleton height={420} role="status" aria-label={t("Loading the audience")} />}
      {answer && !audience.isError && (
        <Stack
          gap="lg"
          className={audience.isPlaceholderData ? "tm-waiting" : ""}
          aria-busy={audience.isPlaceholderData}
        >
          {answer.accounts.length > 0 ? (
            <AudienceFigures audience={answer} question={questionOf("/analytics/audience", query)} />
          ) : (
            <NoAccounts business={business} />
          )}
        </Stack>
      )}
    </Stack>
  );
}

export function AudienceFigures({ audience, question }: { audience: Audience; question: Question }) {
  const { from, to } = audience;
  const take = (part: string): Take => ({ question, parts: [part], period: { from, to } });
  return (
    <>
      <Panel title={t("Growth")} take={take("accounts")}>
        <GrowthTable accounts={audience.accounts} definitions={audience.definitions} />
      </Panel>
      <FollowersPanel audience={audience} take={take("accounts.series")} />
      <BreakdownList audience={audience} take={take("breakdowns.values")} />
    </>
  );
}

function NoAccounts({ business }: { business: Business }) {
  const search = { business: business.business_id };
  return (
    <Panel title={t("No followers are on record")}>
      <Text data-testid="audience-empty">
        {rich(
          "Followers are known once an account is <connect>connected</connect> or a file that tells them is <import>imported</import>. If the filters above are narrow, clear them.",
          {
            connect: (inner) => (
              <Link to={CONNECTIONS} search={search}>
                {inner}
              </Link>
            ),
            import: (inner) => (
              <Link to={HOME} search={search}>
                {inner}
              </Link>
            ),
          },
        )}
      </Text>
    </Panel>
  );
}
