import { Group, Title } from "@mantine/core";
import { CatchBoundary } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { ErrorPanel } from "./ErrorPanel";

interface Props {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A section that fails alone: what breaks within it leaves the rest of the page as it is. */
export function Panel({ title, actions, children }: Props) {
  const heading = useId();
  return (
    <section className="tm-panel" aria-labelledby={heading}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2} size="h4" id={heading}>
          {title}
        </Title>
        {actions}
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
