import { Group, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface Props {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

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
      {children}
    </section>
  );
}
