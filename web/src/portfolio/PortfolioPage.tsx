import { Button, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { businessesQuery, meQuery } from "../api/queries";
import type { Business } from "../api/types";
import { HOME, PORTFOLIO } from "../auth/returnTo";
import { options } from "../filters/options";
import { DEFAULT_RANGE, RANGES, type Range } from "../filters/ranges";
import { FirstBusiness } from "../onboarding/FirstBusiness";
import { NoBusiness } from "../overview/EmptyStates";
import { Taken } from "../take/Taken";
import { TakePage } from "../take/TakePage";
import { questionOf } from "../take/take";
import { plural, t, tell } from "../text/text";
import { AppHeader } from "../ui/AppHeader";
import { Dialog } from "../ui/Dialog";
import { ErrorPanel } from "../ui/ErrorPanel";
import { PortfolioTable } from "./PortfolioTable";
import { ORDERS, type Portfolio, type PortfolioView, portfolioQuery, type Sort } from "./portfolio";

const NONE: Business[] = [];

const route = getRouteApi(PORTFOLIO);

/** All businesses of the reader side by side. */
export function PortfolioPage() {
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const businesses = useQuery(businessesQuery);
  const portfolio = useQuery(portfolioQuery(view));
  const change = (to: PortfolioView) => void navigate({ search: { ...view, ...to }, replace: true });

  useEffect(() => {
    document.title = `${t("Portfolio")} · Tidemark`;
  }, []);

  return (
    <>
      <a className="tm-skip" href="#content">
        {t("Skip to the businesses")}
      </a>
      <AppHeader
        businesses={businesses.data ?? NONE}
        current={undefined}
        onPick={(business) => void navigate({ to: HOME, search: { business } })}
      />
      <main className="tm-page" id="content" tabIndex={-1}>
        <TakePage title={t("Portfolio")} business={undefined}>
          <Stack gap="lg">
            <div className="tm-filters">
              <Select
                label={t("Period")}
                data={options(RANGES)}
                value={view.range ?? DEFAULT_RANGE}
                onChange={(range) => range && change({ range: range as Range })}
                allowDeselect={false}
              />
              <Select
                label={t("Order")}
                data={ORDERS.map(({ value, label }) => ({ value, label: tell(label) }))}
                value={view.sort ?? "name"}
                placeholder={t("As in the table")}
                onChange={(sort) => sort && change({ sort: sort as Sort })}
                allowDeselect={false}
              />
            </div>
            <NewBusiness />
            {portfolio.isError ? (
              <ErrorPanel
                what={t("The portfolio")}
                error={portfolio.error}
                retry={() => void portfolio.refetch()}
              />
            ) : portfolio.isPending ? (
              <Skeleton height={220} radius="lg" role="status" aria-label={t("Loading the businesses")} />
            ) : (
              <Businesses
                portfolio={portfolio.data}
                view={view}
                waiting={portfolio.isPlaceholderData}
                onChange={change}
              />
            )}
          </Stack>
        </TakePage>
      </main>
    </>
  );
}

/** Administrators make businesses. */
function NewBusiness() {
  const me = useQuery(meQuery);
  const [making, setMaking] = useState(false);
  if (!me.data?.administrator) return null;
  return (
    <div className="tm-screen-only">
      <Button variant="default" onClick={() => setMaking(true)}>
        {t("New business")}
      </Button>
      {making && (
        <Dialog title={t("New business")} onClose={() => setMaking(false)}>
          <FirstBusiness />
        </Dialog>
      )}
    </div>
  );
}

interface BusinessesProps {
  portfolio: Portfolio;
  view: PortfolioView;
  waiting: boolean;
  onChange: (view: PortfolioView) => void;
}

function Businesses({ portfolio, view, waiting, onChange }: BusinessesProps) {
  if (portfolio.businesses.length === 0) return <WithoutBusiness />;
  return (
    <section className="tm-panel" aria-label={t("Businesses")} aria-busy={waiting}>
      <Taken
        title={t("Portfolio")}
        take={{ question: questionOf("/portfolio", portfolioQuery(view)), parts: ["businesses"] }}
      />
      <PortfolioTable
        rows={portfolio.businesses}
        definitions={portfolio.definitions}
        range={view.range}
        sort={view.sort ?? "name"}
        waiting={waiting}
        onSort={(sort) => onChange({ sort })}
      />
      {portfolio.truncated && (
        <Text className="tm-note" mt="sm">
          {plural(
            portfolio.businesses.length,
            "The first {n} business of {total}.",
            "The first {n} businesses of {total}.",
            { total: portfolio.total },
          )}
        </Text>
      )}
    </section>
  );
}

function WithoutBusiness() {
  const me = useQuery(meQuery);
  return <NoBusiness administrator={me.data?.administrator ?? false} />;
}
