import { Group, Title } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { Business } from "../api/types";
import { PageTake } from "./PageTake";
import { PrintFrame } from "./PrintFrame";
import { Takes, TakesContext } from "./takes";

interface Props {
  title: string;
  /** Whose page it is; undefined where it is of several, or not known yet. */
  business: Business | undefined;
  /** What else can be done with the whole page. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page with its title, which can be taken along. */
export function TakePage({ title, business, actions, children }: Props) {
  const takes = useMemo(() => new Takes(business), [business]);
  return (
    <TakesContext value={takes}>
      <Group justify="space-between" mb="md" gap="sm" className="tm-page-head">
        <Title order={1} size="h3">
          {title}
        </Title>
        <Group gap="xs">
          {actions}
          <PageTake title={title} />
        </Group>
      </Group>
      <PrintFrame title={title}>{children}</PrintFrame>
    </TakesContext>
  );
}
