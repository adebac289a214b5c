import { type ReactNode, useId, useRef } from "react";
import { TakeMenu } from "./TakeMenu";
import type { Take } from "./take";
import { useTaken } from "./takes";

interface Props {
  /** Names what is taken, where no heading does. */
  title: string;
  take: Take;
  children?: ReactNode;
}

/** What can be taken away without being a panel: its first line with the menu at the end. */
export function Taken({ title, take, children }: Props) {
  const key = useId();
  const line = useRef<HTMLDivElement>(null);
  useTaken(key, title, take, line);
  return (
    <div className="tm-taken" ref={line}>
      {children && <div>{children}</div>}
      <TakeMenu title={title} take={take} />
    </div>
  );
}
