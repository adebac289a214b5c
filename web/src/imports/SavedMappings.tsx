import { Button, Table, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { mappingsQuery } from "../api/queries";
import type { Business, SavedMapping } from "../api/types";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatInstant } from "../ui/format";
import { mappingInWords } from "./mapping";

const ForgetDialog = lazy(() =>
  import("./ForgetDialog").then((module) => ({ default: module.ForgetDialog })),
);

/** The mappings by which tables of other tools are read, where there are some. */
export function SavedMappings({ business }: { business: Business }) {
  const saved = useQuery(mappingsQuery(business.business_id));
  const [forgetting, setForgetting] = useState<SavedMapping | null>(null);
  const [said, setSaid] = useState("");

  if (saved.isError) {
    return (
      <ErrorPanel what={t("The list of mappings")} error={saved.error} retry={() => void saved.refetch()} />
    );
  }
  return (
    <>
      {saved.data && saved.data.length > 0 && (
        <section aria-labelledby="saved-mappings">
          <Title order={3} size="h5" id="saved-mappings">
            {t("Saved mappings")}
          </Title>
          <Table className="tm-stack" verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("Name")}</Table.Th>
                <Table.Th scope="col">{t("A row is")}</Table.Th>
                <Table.Th scope="col">{t("Saved")}</Table.Th>
                <Table.Th scope="col">
                  <span className="tm-unseen">{t("Actions")}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {saved.data.map((one) => (
                <Table.Tr key={one.mapping_id} data-testid="mapping-row">
                  <Table.Th scope="row" fw={500} className="tm-break">
                    {one.mapping.name}
                  </Table.Th>
                  <Table.Td data-label={t("A row is")} className="tm-break">
                    {mappingInWords(one.mapping)}
                  </Table.Td>
                  <Table.Td data-label={t("Saved")}>
                    {formatInstant(one.saved_at, business.time_zone)}
                  </Table.Td>
                  <Table.Td data-label="" ta="right">
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t("Delete the mapping {name}", { name: one.mapping.name })}
                      onClick={() => setForgetting(one)}
                    >
                      {t("Delete")}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      <div className="tm-unseen" role="status">
        {said}
      </div>
      <Suspense>
        {forgetting && (
          <ForgetDialog
            business={business.business_id}
            of={forgetting}
            onClose={() => setForgetting(null)}
            onForgotten={() =>
              setSaid(t("The mapping {name} was deleted.", { name: forgetting.mapping.name }))
            }
          />
        )}
      </Suspense>
    </>
  );
}
