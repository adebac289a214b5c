import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { businessesQuery } from "../api/queries";
import type { Business } from "../api/types";
import { HEALTH } from "../auth/returnTo";
import { useEvents } from "./useEvents";
import { collectedInFull, collectedInWords } from "./words";

/** Events tell of what was stored; of a run that stores nothing, and of the next one, the list of businesses does. */
const LOOKED_AGAIN_MS = 60_000;
const TICK_MS = 20_000;

/** When a business was collected last and is next. As the page has it all the time, it also hears of what changes. */
export function Collected({ business }: { business: Business }) {
  useEvents(business.business_id);
  useQuery({ ...businessesQuery, refetchInterval: LOOKED_AGAIN_MS });
  const now = useNow();
  return (
    <Link
      to={HEALTH}
      search={{ business: business.business_id }}
      className="tm-collected"
      title={collectedInFull(business)}
      data-testid="collected"
    >
      {collectedInWords(business, now)}
    </Link>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
