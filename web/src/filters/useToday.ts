import { useQuery } from "@tanstack/react-query";
import { businessesQuery } from "../api/queries";
import type { Business } from "../api/types";
import { todayIn } from "./days";
import type { View } from "./view";

/** The business whose days are counted, and which of them is today: that of the past where the view looks at it. */
export function useToday(business: number, view: View): { today: string; of: Business | undefined } {
  const of = useQuery(businessesQuery).data?.find((one) => one.business_id === business);
  return { today: view.as_of ?? todayIn(of?.time_zone ?? "UTC"), of };
}
