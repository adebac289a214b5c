import { Group, Title } from "@mantine/core";
import { CatchBoundary } from "@tanstack/react-router";
import { type ReactNode, useId, useRef } from "react";
import { TakeMenu } from "../take/TakeMenu";
import type { Take } from "../take/take";
import { useTaken } from "../take/takes";
import { ErrorPanel } from "./ErrorPanel";

interface Props {
  title: string;
  actions?: ReactNode;
  /** What can be taken away of it; a panel that only takes something in has nothing. */
  take?: Take | undefined;
  children: ReactNode;
}

/** A section that fails alone: what breaks within it leaves the rest of the page as it is. */
export function Panel({ title, actions, take, children }: Props) {
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  useTaken(heading, title, take, section);
  return (
    <section className="tm-panel" aria-labelledby={heading} ref={section}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2} size="h4" id={heading}>
          {title}
        </Title>
        {(actions || take) && (
          <Group gap="xs" className="tm-panel-actions">
            {actions}
            {take && <TakeMenu title={title} take={take} />}
          </Group>
        )}
      </Group>
      <CatchBoundary
        getResetKey={() => "panel"}
        errorComponent={({ error, reset }) => (
          <ErrorPanel
            what={title}
            error={error instanceof Error ? error : new Error(String(error))}
            retry={reset}
          />
        )}
      >
        {children}
      </CatchBoundary>
    </section>
  );
}
