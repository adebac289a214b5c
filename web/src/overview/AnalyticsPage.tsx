import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { businessesQuery, meQuery } from "../api/queries";
import type { Business } from "../api/types";
import { useView } from "../filters/useView";
import { ofBusiness } from "../filters/view";
import { HealthBanner } from "../health/HealthBanner";
import { ShareButton } from "../share/ShareButton";
import { TakePage } from "../take/TakePage";
import { t } from "../text/text";
import { AppHeader } from "../ui/AppHeader";
import { ErrorPanel } from "../ui/ErrorPanel";
import { BusinessAnalytics } from "./BusinessAnalytics";
import { NoBusiness, UnknownBusiness } from "./EmptyStates";
import { MetricCardsSkeleton } from "./MetricCards";

const NONE: Business[] = [];

export function AnalyticsPage() {
  const [view, change] = useView();
  const businesses = useQuery(businessesQuery);
  const all = businesses.data ?? NONE;
  const first = all[0];
  const current = view.business === undefined ? first : all.find((one) => one.business_id === view.business);

  // The address always names the business, so that it can be passed on. The numbers do not wait for that.
  useEffect(() => {
    if (view.business === undefined && first) {
      change((now) => ({ business: first.business_id, ...now }), { replace: true });
    }
  }, [view.business, first, change]);

  useEffect(() => {
    document.title = current ? `${current.name} · Tidemark` : "Tidemark";
  }, [current]);

  return (
    <>
      <a className="tm-skip" href="#content">
        {t("Skip to the numbers")}
      </a>
      <AppHeader
        businesses={all}
        current={current}
        onPick={(business) => change((now) => ofBusiness(now, business))}
      />
      <main className="tm-page" id="content" tabIndex={-1}>
        <TakePage
          title={t("Analytics")}
          business={current}
          actions={current && <ShareButton business={current} page="analytics" view={view} />}
        >
          {businesses.isError ? (
            <ErrorPanel
              what={t("Your businesses")}
              error={businesses.error}
              retry={() => void businesses.refetch()}
            />
          ) : businesses.isPending ? (
            <PageSkeleton />
          ) : !first ? (
            <WithoutBusiness />
          ) : current ? (
            <>
              <HealthBanner business={current.business_id} />
              <BusinessAnalytics key={current.business_id} business={current} />
            </>
          ) : view.business !== undefined ? (
            <UnknownBusiness first={first} />
          ) : (
            <PageSkeleton />
          )}
        </TakePage>
      </main>
    </>
  );
}

function WithoutBusiness() {
  const me = useQuery(meQuery);
  return <NoBusiness administrator={me.data?.administrator ?? false} />;
}

function PageSkeleton() {
  return (
    <Stack aria-busy="true">
      <Skeleton height={92} radius="lg" />
      <MetricCardsSkeleton />
      <Skeleton height={420} radius="lg" />
    </Stack>
  );
}
