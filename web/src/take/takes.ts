import { createContext, type RefObject, startTransition, useContext, useEffect, useState } from "react";
import type { Business } from "../api/types";
import type { Take } from "./take";

export interface Taken {
  title: string;
  take: Take;
  /** The panel, whose place in the page is that of its file. */
  element: HTMLElement;
}

/** What of a page can be taken away: its panels say so themselves, as long as they are there. */
export class Takes {
  readonly business: Business | undefined;
  private panels = new Map<string, Taken>();
  private inOrder: Taken[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(business: Business | undefined) {
    this.business = business;
  }

  /** Remembers a panel until the function that comes back is called. */
  add(key: string, panel: Taken): () => void {
    this.panels.set(key, panel);
    this.tell();
    return () => {
      this.panels.delete(key);
      this.tell();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** In the order of the page. */
  readonly all = (): Taken[] => this.inOrder;

  private tell() {
    this.inOrder = [...this.panels.values()].sort((one, other) =>
      one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    for (const listener of this.listeners) listener();
  }
}

export const TakesContext = createContext<Takes | undefined>(undefined);

/** Nothing waits for what can be taken away: it is told when the panels themselves stand there. */
export function useTakes(): Taken[] {
  const takes = useContext(TakesContext);
  const [all, setAll] = useState(NOTHING);
  useEffect(() => {
    if (!takes) return;
    const tell = () => startTransition(() => setAll(takes.all()));
    tell();
    return takes.subscribe(tell);
  }, [takes]);
  return all;
}

/** Has the page know of a panel. */
export function useTaken(
  key: string,
  title: string,
  take: Take | undefined,
  element: RefObject<HTMLElement | null>,
): void {
  const takes = useContext(TakesContext);
  const said = take && JSON.stringify([take.question, take.parts, take.period]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a panel makes its take anew whenever it is rendered
  useEffect(() => {
    if (!takes || !take || !element.current) return;
    return takes.add(key, { title, take, element: element.current });
  }, [takes, key, title, said, element]);
}

const NOTHING: Taken[] = [];
