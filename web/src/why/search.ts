import { EXPLAINED, type Explained } from "../api/why";
import { toView, type View } from "../filters/view";

/** What the page of changes shows, all of it in the address: the view of the figures, and which of them is explained. */
export interface WhyView extends View {
  explain?: Explained;
}

export function toWhyView(raw: Record<string, unknown>): WhyView {
  const view: WhyView = toView(raw);
  const explain = EXPLAINED.find((one) => one === raw.explain);
  if (explain) view.explain = explain;
  return view;
}
