import { Button, Table } from "@mantine/core";
import { useState } from "react";
import type { PlatformSpend } from "../api/health";
import type { Take } from "../take/take";
import { t } from "../text/text";
import { platformName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { BudgetDialog } from "./BudgetDialog";
import { callsInWords, forecastInWords, limitsInWords, spendInWords } from "./spend";

interface Props {
  business: number;
  platforms: PlatformSpend[];
  take: Take;
}

/** Calls and money of each platform, against what is allowed. */
export function PlatformPanel({ business, platforms, take }: Props) {
  const [open, setOpen] = useState<PlatformSpend | null>(null);
  const [said, setSaid] = useState("");
  return (
    <Panel title={t("Calls and costs")} take={take}>
      <div className={said ? "tm-note" : "tm-unseen"} role="status">
        {said}
      </div>
      <Table className="tm-stack" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("Platform")}</Table.Th>
            <Table.Th scope="col">{t("Calls today")}</Table.Th>
            <Table.Th scope="col">{t("Cost this month")}</Table.Th>
            <Table.Th scope="col">{t("Forecast of the month")}</Table.Th>
            <Table.Th scope="col">{t("Your limits")}</Table.Th>
            <Table.Th scope="col">
              <span className="tm-unseen">{t("Actions")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {platforms.map((one) => (
            <Table.Tr key={one.platform} data-testid={`spend-${one.platform}`}>
              <Table.Th scope="row" fw={500}>
                <PlatformLabel platform={one.platform} />
              </Table.Th>
              <Table.Td data-label={t("Calls today")}>{callsInWords(one)}</Table.Td>
              <Table.Td data-label={t("Cost this month")}>{spendInWords(one)}</Table.Td>
              <Table.Td data-label={t("Forecast of the month")}>{forecastInWords(one)}</Table.Td>
              <Table.Td data-label={t("Your limits")}>{limitsInWords(one.budget)}</Table.Td>
              <Table.Td data-label="">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t("Set limits for {platform}", { platform: platformName(one.platform) })}
                  onClick={() => setOpen(one)}
                >
                  {t("Set limits")}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p className="tm-note">
        {t(
          "Days and months are those of UTC. Calls that would exceed a limit are not made: collecting goes on after midnight UTC, in the next month, or when you allow more.",
        )}
      </p>
      {open && (
        <BudgetDialog business={business} platform={open} onClose={() => setOpen(null)} onSaid={setSaid} />
      )}
    </Panel>
  );
}
