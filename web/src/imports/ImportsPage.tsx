import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { IMPORTS } from "../auth/returnTo";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { ImportsPanel } from "./ImportsPanel";

const route = getRouteApi(IMPORTS);

/** Where files come in, and what became of those that did. */
export function ImportsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) => void navigate({ search: { business }, replace }),
    [navigate],
  );

  return (
    <BusinessPage title={t("Imports")} skipTo={t("the imports")} wanted={search.business} onOpen={open}>
      {(business) => <ImportsPanel key={business.business_id} business={business} title={t("Files")} />}
    </BusinessPage>
  );
}
