import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { accountsQuery } from "../api/queries";
import type { Account, Business } from "../api/types";
import { IMPORTS } from "../auth/returnTo";

const FirstSteps = lazy(() => import("./FirstSteps").then((module) => ({ default: module.FirstSteps })));

/** A page about numbers, unless nothing was ever collected or imported: then what leads to some. */
export function OnceCollected({ business, children }: { business: Business; children: ReactNode }) {
  const accounts = useQuery(accountsQuery(business.business_id));
  return accounts.data && !accounts.data.some(hasNumbers) ? <Nothing business={business} /> : children;
}

function Nothing({ business }: { business: Business }) {
  const navigate = useNavigate();
  return (
    <Suspense fallback={<Skeleton height={230} radius="lg" aria-busy="true" />}>
      <FirstSteps
        business={business}
        onImport={() => void navigate({ to: IMPORTS, search: { business: business.business_id } })}
      />
    </Suspense>
  );
}

function hasNumbers({ posts, first_day }: Account): boolean {
  return posts > 0 || first_day !== null;
}
