import type { ReactNode } from "react";
import type { ChangeStatus } from "../api/types";
import { t } from "../text/text";
import { whyNoChange } from "./explain";
import type { Verdict } from "./verdict";

interface Props {
  status: ChangeStatus;
  /** The difference, whose sign gives the direction. */
  change: number | null;
  /** The difference in words, with its sign. */
  text: string;
  previous: number | null;
  /** What it is measured from, in words, where there is no (i) to say it, or it is not the number beside it. */
  from?: string | undefined;
  verdict: Verdict;
}

/** Only a change that can be relied on gets a direction, and only one that is unusual a colour. */
export function Change({ status, change, text, previous, from, verdict }: Props) {
  if (status === "small_base" && from) return <Note>{t("Too few for a percentage: {from}", { from })}</Note>;
  if (status !== "ok") return <Note>{whyNoChange(status, previous)}</Note>;
  if (change === null) return null;
  if (change === 0) return <Note>{t("No change")}</Note>;
  const up = change > 0;
  return (
    <Note>
      <span className={look(up, verdict)} data-testid="change-arrow" data-verdict={verdict}>
        <span aria-hidden="true">{`${up ? "▲" : "▼"} ${unsigned(text)}`}</span>
        <span className="tm-unseen">{text}</span>
      </span>
      {from && ` ${from}`}
    </Note>
  );
}

/** The arrow is the sign. */
function unsigned(text: string): string {
  return text.replace(/^[+\u2212-]/, "");
}

function look(up: boolean, verdict: Verdict): string {
  if (verdict !== "unusual") return "tm-change";
  return up ? "tm-good" : "tm-bad";
}

function Note({ children }: { children: ReactNode }) {
  return (
    <div className="tm-note tm-change-note" data-testid="card-change">
      {children}
    </div>
  );
}
