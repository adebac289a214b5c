import { Alert, Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { businessesQuery, meQuery } from "../api/queries";
import type { Business } from "../api/types";
import { OnceCollected } from "../onboarding/NothingCollected";
import { NoBusiness } from "../overview/EmptyStates";
import { TakePage } from "../take/TakePage";
import { t } from "../text/text";
import { AppHeader } from "./AppHeader";
import { ErrorPanel } from "./ErrorPanel";

interface Props {
  title: string;
  /** What the link for keyboards leads to, as the end of a sentence. */
  skipTo: string;
  /** The business that the address names; without one it is the first. */
  wanted: number | undefined;
  /** `replace` where the address is only made whole, so that it can be passed on. */
  onOpen: (business: number, replace: boolean) => void;
  /** Whether there is nothing to see before something was collected or imported. */
  ofNumbers?: boolean;
  /** What stands beside the title. */
  actions?: (business: Business) => ReactNode;
  children: (business: Business) => ReactNode;
}

const NONE: Business[] = [];

/** A page about one of the reader's businesses. */
export function BusinessPage({ title, skipTo, wanted, onOpen, ofNumbers = false, actions, children }: Props) {
  const businesses = useQuery(businessesQuery);
  const all = businesses.data ?? NONE;
  const first = all[0];
  const current = wanted === undefined ? first : all.find((one) => one.business_id === wanted);

  // The address always names the business, so that it can be passed on. The page does not wait for that.
  useEffect(() => {
    if (wanted === undefined && first) onOpen(first.business_id, true);
  }, [wanted, first, onOpen]);

  useEffect(() => {
    document.title = current
      ? t("{title} of {name} · Tidemark", { title, name: current.name })
      : `${title} · Tidemark`;
  }, [title, current]);

  return (
    <>
      <a className="tm-skip" href="#content">
        {t("Skip to {skipTo}", { skipTo })}
      </a>
      <AppHeader businesses={all} current={current} onPick={(business) => onOpen(business, false)} />
      <main className="tm-page" id="content" tabIndex={-1}>
        <TakePage title={title} business={current} actions={current && actions?.(current)}>
          {businesses.isError ? (
            <ErrorPanel
              what={t("Your businesses")}
              error={businesses.error}
              retry={() => void businesses.refetch()}
            />
          ) : businesses.isPending ? (
            <Skeleton height={160} radius="lg" aria-busy="true" />
          ) : !first ? (
            <WithoutBusiness />
          ) : current ? (
            ofNumbers ? (
              <OnceCollected business={current}>{children(current)}</OnceCollected>
            ) : (
              children(current)
            )
          ) : (
            wanted !== undefined && (
              <Alert color="yellow" title={t("This business is not among yours")}>
                <Button size="xs" onClick={() => onOpen(first.business_id, false)}>
                  {t("Open {name}", { name: first.name })}
                </Button>
              </Alert>
            )
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
