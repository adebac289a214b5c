import { t } from "../text/text";
import "../styles/audience.css";
import "../styles/reports.css";
import "../styles/times.css";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { REPORTS } from "../auth/returnTo";
import { BusinessPage } from "../ui/BusinessPage";
import { ReportEditor } from "./ReportEditor";
import { ReportList } from "./ReportList";
import { ReportOfBusiness } from "./ReportOfBusiness";
import type { ReportsSearch } from "./search";

const route = getRouteApi(REPORTS);

export function ReportsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      // Reports are of one business; an address that only lacks it keeps its report.
      void navigate({ search: (now) => (replace ? { ...now, business } : { business }), replace }),
    [navigate],
  );
  const go = useCallback(
    (to: Omit<ReportsSearch, "business">) =>
      void navigate({ search: ({ business }) => ({ business, ...to }), resetScroll: true }),
    [navigate],
  );

  return (
    <BusinessPage title={t("Reports")} skipTo={t("the reports")} wanted={search.business} onOpen={open}>
      {(business) =>
        search.report === undefined ? (
          <ReportList key={business.business_id} business={business} onGo={go} />
        ) : search.edit ? (
          <ReportEditor key={search.report} business={business} id={search.report} onGo={go} />
        ) : (
          <ReportOfBusiness key={search.report} business={business} id={search.report} onGo={go} />
        )
      }
    </BusinessPage>
  );
}
