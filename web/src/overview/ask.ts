import { answers } from "../api/answers";
import { businessesQuery, overviewQuery } from "../api/queries";
import type { View } from "../filters/view";

/**
 * Asks for the numbers of a view before the page around them is made, and for what stands below them. Who shows them
 * says what went wrong.
 */
export function askAhead(view: View): void {
  void ask(view);
  void loadPanels().catch(() => undefined);
}

/** What stands below the numbers. */
export function loadPanels() {
  return import("./Panels");
}

async function ask(view: View): Promise<void> {
  const business = view.business ?? (await firstBusiness());
  if (business !== undefined) await answers.prefetchQuery(overviewQuery(business, view));
}

/** That which the page opens with where the address names none. */
async function firstBusiness(): Promise<number | undefined> {
  await answers.prefetchQuery(businessesQuery);
  return answers.getQueryData(businessesQuery.queryKey)?.businesses[0]?.business_id;
}
