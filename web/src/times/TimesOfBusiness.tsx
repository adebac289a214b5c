import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { bestTimesQuery } from "../api/times";
import type { Business } from "../api/types";
import { CONNECTIONS } from "../auth/returnTo";
import { FilterBar } from "../filters/FilterBar";
import { OF_POSTS } from "../filters/narrowing";
import { useVisit } from "../share/visit";
import { questionOf, type Take } from "../take/take";
import { english, rich, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ExperimentPanel } from "./ExperimentPanel";
import { HeatMap } from "./HeatMap";
import { type TimesSearch, USUAL_METRIC } from "./search";
import { TimeBars } from "./TimeBars";
import { TimesChoice, VisitedChoice } from "./TimesChoice";
import { VerdictPanel } from "./VerdictPanel";

interface Props {
  business: Pick<Business, "business_id" | "time_zone">;
  search: TimesSearch;
  onChange: (over: TimesSearch, replace?: boolean) => void;
}

export function TimesOfBusiness({ business, search, onChange }: Props) {
  const visit = useVisit();
  return (
    <Stack gap="lg">
      {!visit && (
        <FilterBar
          business={business.business_id}
          period={undefined}
          comparison={undefined}
          dated={false}
          narrows={OF_POSTS}
          elsewhere={["account"]}
        />
      )}
      <Times business={business} search={search} onChange={onChange} />
    </Stack>
  );
}

function Times({ business, search, onChange }: Props) {
  const visit = useVisit();
  const metric = search.metric ?? USUAL_METRIC;
  const query = bestTimesQuery(business.business_id, search, metric, visit !== undefined);
  const times = useQuery(query);
  const answer = times.data;

  if (times.isError) {
    return <ErrorPanel what={t("The best times")} error={times.error} retry={() => void times.refetch()} />;
  }
  if (!answer) {
    return (
      <Stack role="status" aria-label={t("Loading the best times")}>
        <Skeleton height={70} radius="lg" />
        <Skeleton height={170} radius="lg" />
        <Skeleton height={320} radius="lg" />
      </Stack>
    );
  }
  if (!answer.account) return <NoAccount business={business.business_id} />;
  const provided = answer.conclusion.status !== "not_provided";
  const { from, to } = answer;
  const take = (part: string): Take => ({
    question: questionOf("/analytics/best-times", query),
    parts: [part],
    period: { from, to },
  });
  const modelled = answer.slots.some((slot) => slot.lift !== null);
  return (
    <Stack gap="lg" className={times.isPlaceholderData ? "tm-stale" : undefined}>
      {visit ? (
        <VisitedChoice account={answer.account} metric={metric} onChange={onChange} />
      ) : (
        <TimesChoice business={business} account={answer.account} metric={metric} onChange={onChange} />
      )}
      <VerdictPanel answer={answer} take={take("conclusion")} />
      {provided && (
        <HeatMap
          slots={answer.slots}
          take={{
            ...take("slots"),
            picture: async () => (await import("./weekPicture")).weekPicture(answer.slots, answer.time_zone),
          }}
          zone={answer.time_zone}
          metric={metric}
          chosen={search.slot}
          onChoose={(slot) => onChange({ slot }, true)}
        />
      )}
      {modelled && (
        <div className="tm-columns">
          <TimeBars
            title={t("Weekdays")}
            caption={t("Each at the hours at which you post.")}
            times={answer.weekdays}
            take={take("weekdays")}
          />
          <TimeBars
            title={t("Hours")}
            caption={t("Each on the weekdays on which you post.")}
            times={answer.hours}
            take={take("hours")}
          />
        </div>
      )}
      {provided && !visit && (
        <ExperimentPanel
          key={answer.account.id}
          business={business.business_id}
          account={answer.account}
          metric={metric}
          proposal={answer.conclusion.test}
        />
      )}
      <p className="tm-note">{english(answer.note)}</p>
    </Stack>
  );
}

function NoAccount({ business }: { business: number }) {
  const visit = useVisit();
  return (
    <section className="tm-panel" data-testid="no-account">
      <Title order={2} size="h4" mb={6}>
        {t("No account has posts yet")}
      </Title>
      {!visit && (
        <Text>
          {rich(
            "Once posts are collected or imported, this page says when they do best. <link>Connect a platform</link>",
            {
              link: (inner) => (
                <Link to={CONNECTIONS} search={{ business }} className="tm-link">
                  {inner}
                </Link>
              ),
            },
          )}
        </Text>
      )}
    </section>
  );
}
