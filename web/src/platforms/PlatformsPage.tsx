import { t } from "../text/text";
import "../styles/audience.css";
import "../styles/platforms.css";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { PLATFORMS_PAGE } from "../auth/returnTo";
import { ofBusiness } from "../filters/view";
import { ShareButton } from "../share/ShareButton";
import { BusinessPage } from "../ui/BusinessPage";
import { PlatformsOfBusiness } from "./PlatformsOfBusiness";
import type { PlatformsView } from "./search";

const route = getRouteApi(PLATFORMS_PAGE);

/** The platforms of a business side by side. */
export function PlatformsPage() {
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
  const change = useCallback(
    (part: Partial<PlatformsView>) =>
      void navigate({ search: (view) => ({ ...view, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
  return (
    <BusinessPage
      title={t("Platforms")}
      skipTo={t("the platforms")}
      wanted={search.business}
      onOpen={open}
      ofNumbers
      actions={(business) => <ShareButton business={business} page="platforms" view={search} />}
    >
      {(business) => (
        <PlatformsOfBusiness key={business.business_id} business={business} view={search} onChange={change} />
      )}
    </BusinessPage>
  );
}
