import type { ReactNode } from "react";
import type { ChangeStatus } from "../api/types";
import { whyNoChange } from "./explain";

interface Props {
  status: ChangeStatus;
  /** The difference, whose sign gives the direction. */
  change: number | null;
  /** The difference in words, without the direction's arrow. */
  text: string;
  previous: number | null;
  /** What it is measured from, in words. */
  from?: string;
}

/** Only a change that can be relied on gets a direction and a colour. */
export function Change({ status, change, text, previous, from }: Props) {
  if (status !== "ok") return <Note>{whyNoChange(status, previous)}</Note>;
  if (change === null) return null;
  if (change === 0) return <Note>No change</Note>;
  const up = change > 0;
  return (
    <Note>
      <span className={up ? "tm-good" : "tm-bad"} data-testid="change-arrow">
        <span aria-hidden="true">{up ? "▲ " : "▼ "}</span>
        {text}
      </span>
      {from && ` ${from}`}
    </Note>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <div className="tm-note" data-testid="card-change">
      {children}
    </div>
  );
}
