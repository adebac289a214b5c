import "../styles/platforms.css";
import { getRouteApi } from "@tanstack/react-router";
import type { Visit } from "../api/shares";
import { VISIT } from "../auth/returnTo";
import { PlatformsOfBusiness } from "../platforms/PlatformsOfBusiness";
import { toPlatformsView } from "../platforms/search";

const route = getRouteApi(VISIT);

export default function VisitedPlatforms({ visit }: { visit: Visit }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PlatformsOfBusiness
      business={visit.business}
      view={toPlatformsView({ ...search })}
      onChange={(part) =>
        void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false })
      }
    />
  );
}
