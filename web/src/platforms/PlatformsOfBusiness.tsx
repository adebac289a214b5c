import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { platformComparisonQuery } from "../api/platforms";
import { overviewQuery } from "../api/queries";
import type { Business } from "../api/types";
import { FilterBar } from "../filters/FilterBar";
import { isEmptyPeriod } from "../overview/cards";
import { EmptyPeriod } from "../overview/EmptyStates";
import { PeriodLine } from "../overview/PeriodLine";
import { useVisit } from "../share/visit";
import { questionOf } from "../take/take";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { SidePanel } from "./SidePanel";
import type { PlatformsView } from "./search";
import { TrendsPanel } from "./TrendsPanel";
import { TypesPanel } from "./TypesPanel";

interface Props {
  business: Pick<Business, "business_id">;
  view: PlatformsView;
  onChange: (part: Partial<PlatformsView>) => void;
}

export function PlatformsOfBusiness({ business, view, onChange }: Props) {
  const visit = useVisit();
  const id = business.business_id;
  const query = platformComparisonQuery(id, view);
  const comparison = useQuery(query);
  // Totals over all platforms, which knows what cannot be added.
  const overview = useQuery(overviewQuery(id, view));
  const answer = comparison.data;
  const all = overview.data;
  return (
    <Stack gap="lg">
      {!visit && <FilterBar business={id} period={answer?.period} comparison={answer?.comparison} />}
      {comparison.isError && (
        <ErrorPanel
          what={t("The platforms")}
          error={comparison.error}
          retry={() => void comparison.refetch()}
        />
      )}
      {comparison.isPending && (
        <Stack role="status" aria-label={t("Loading the platforms")}>
          <Skeleton height={520} radius="lg" />
          <Skeleton height={420} radius="lg" />
        </Stack>
      )}
      {all && isEmptyPeriod(all) && <EmptyPeriod overview={all} />}
      {answer && !comparison.isError && !(all && isEmptyPeriod(all)) && (
        <Stack
          gap="lg"
          className={comparison.isPlaceholderData ? "tm-waiting" : ""}
          aria-busy={comparison.isPlaceholderData}
        >
          {all && <PeriodLine overview={all} />}
          <SidePanel
            answer={answer}
            all={all}
            view={view}
            onChange={onChange}
            take={{
              question: questionOf("/analytics/platform-comparison", query),
              parts: ["platforms"],
              period: answer.period,
              definitions: answer.definitions,
            }}
          />
          <TrendsPanel answer={answer} view={view} onChange={onChange} />
          <TypesPanel answer={answer} view={view} onChange={onChange} />
        </Stack>
      )}
    </Stack>
  );
}
