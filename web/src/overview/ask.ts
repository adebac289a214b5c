import { answers } from "../api/answers";
import { businessesQuery, overviewQuery } from "../api/queries";
import type { View } from "../filters/view";

/** Asks for the numbers of a view before the page around them is made. Who shows them says what went wrong. */
export async function askAhead(view: View): Promise<void> {
  const business = view.business ?? (await firstBusiness());
  if (business !== undefined) await answers.prefetchQuery(overviewQuery(business, view));
}

/** That which the page opens with where the address names none. */
export async function firstBusiness(): Promise<number | undefined> {
  await answers.prefetchQuery(businessesQuery);
  return answers.getQueryData(businessesQuery.queryKey)?.businesses[0]?.business_id;
}
