import { t } from "../text/text";
import "../styles/audience.css";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { AUDIENCE } from "../auth/returnTo";
import { ofBusiness } from "../filters/view";
import { ShareButton } from "../share/ShareButton";
import { BusinessPage } from "../ui/BusinessPage";
import { AudienceOfBusiness } from "./AudienceOfBusiness";

const route = getRouteApi(AUDIENCE);

export function AudiencePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      void navigate({
        search: (view) => (replace ? { ...view, business } : ofBusiness(view, business)),
        replace,
      }),
    [navigate],
  );
  return (
    <BusinessPage
      title={t("Audience")}
      skipTo={t("the followers")}
      wanted={search.business}
      onOpen={open}
      actions={(business) => <ShareButton business={business} page="audience" view={search} />}
    >
      {(business) => <AudienceOfBusiness key={business.business_id} business={business} />}
    </BusinessPage>
  );
}
