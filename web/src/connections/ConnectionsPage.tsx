import { Alert, Button, Skeleton, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { businessesQuery, meQuery } from "../api/queries";
import type { Business } from "../api/types";
import { CONNECTIONS } from "../auth/returnTo";
import { NoBusiness } from "../overview/EmptyStates";
import { AppHeader } from "../ui/AppHeader";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ConnectionsOfBusiness } from "./ConnectionsOfBusiness";

const route = getRouteApi(CONNECTIONS);
const NONE: Business[] = [];

export function ConnectionsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const businesses = useQuery(businessesQuery);
  const me = useQuery(meQuery);
  const all = businesses.data ?? NONE;
  const current = all.find((one) => one.business_id === search.business);
  const first = all[0];

  // The address always names the business, so that it can be passed on.
  useEffect(() => {
    if (search.business === undefined && first) {
      void navigate({ search: (now) => ({ ...now, business: first.business_id }), replace: true });
    }
  }, [search.business, first, navigate]);

  useEffect(() => {
    document.title = current ? `Connections of ${current.name} · Tidemark` : "Connections · Tidemark";
  }, [current]);

  return (
    <>
      <a className="tm-skip" href="#content">
        Skip to the connections
      </a>
      <AppHeader
        businesses={all}
        current={current}
        onPick={(business) => void navigate({ search: { business } })}
      />
      <main className="tm-page" id="content" tabIndex={-1}>
        <Title order={1} size="h3" mb="md">
          Connections
        </Title>
        {businesses.isError ? (
          <ErrorPanel
            what="Your businesses"
            error={businesses.error}
            retry={() => void businesses.refetch()}
          />
        ) : businesses.isPending ? (
          <Skeleton height={160} radius="lg" aria-busy="true" />
        ) : !first ? (
          <NoBusiness administrator={me.data?.administrator ?? false} />
        ) : current ? (
          <ConnectionsOfBusiness
            key={current.business_id}
            business={current}
            search={search}
            onArrival={(arrival) =>
              void navigate({ search: { business: current.business_id, ...arrival }, replace: true })
            }
          />
        ) : (
          search.business !== undefined && (
            <Alert color="yellow" title="This business is not among yours">
              <Button size="xs" onClick={() => void navigate({ search: { business: first.business_id } })}>
                Open {first.name}
              </Button>
            </Alert>
          )
        )}
      </main>
    </>
  );
}
