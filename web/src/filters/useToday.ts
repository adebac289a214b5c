import { useQuery } from "@tanstack/react-query";
import { businessesQuery } from "../api/queries";
import type { Business } from "../api/types";
import { asOfDay, todayIn } from "./days";
import type { View } from "./view";

/** The business whose days are counted, and which of them is today: that of the past where the view looks at it. */
export function useToday(business: number, view: View): { today: string; of: Business | undefined } {
  const of = useQuery(businessesQuery).data?.find((one) => one.business_id === business);
  const zone = of?.time_zone ?? "UTC";
  return { today: view.as_of ? asOfDay(view.as_of, zone) : todayIn(zone), of };
}
