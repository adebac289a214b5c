import { EXPLAINED, type Explained } from "../api/why";
import { toView, type View } from "../filters/view";

/** What the page of changes shows, all of it in the address: the view of the figures, and how far it is drilled down. */
export interface WhyView extends View {
  explain?: Explained;
  account?: number;
  type?: string;
}

const TYPE = /^[a-z_]{1,20}$/;

export function toWhyView(raw: Record<string, unknown>): WhyView {
  const view: WhyView = toView(raw);
  const explain = (Object.keys(EXPLAINED) as Explained[]).find((one) => one === raw.explain);
  if (explain) view.explain = explain;
  const account = Number(raw.account);
  if (Number.isSafeInteger(account) && account > 0) view.account = account;
  if (typeof raw.type === "string" && TYPE.test(raw.type)) view.type = raw.type;
  return view;
}
