import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { WHAT_WORKS } from "../auth/returnTo";
import { ofBusiness } from "../filters/view";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import type { WorksSearch } from "./search";
import { WorksOfBusiness } from "./WorksOfBusiness";
import "../styles/works.css";

const route = getRouteApi(WHAT_WORKS);

export function WhatWorksPage() {
  const search: WorksSearch = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      void navigate({
        search: (now: WorksSearch) => (replace ? { ...now, business } : ofBusiness(now, business)),
        replace,
      }),
    [navigate],
  );
  const ask = useCallback(
    (change: Partial<WorksSearch>) =>
      void navigate({ search: (current: WorksSearch) => ({ ...current, ...change }), resetScroll: false }),
    [navigate],
  );

  return (
    <BusinessPage
      title={t("What works")}
      skipTo={t("what works")}
      wanted={search.business}
      onOpen={open}
      ofNumbers
    >
      {(business) => (
        <WorksOfBusiness key={business.business_id} business={business} search={search} onAsk={ask} />
      )}
    </BusinessPage>
  );
}
