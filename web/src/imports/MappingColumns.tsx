import { Select, Table } from "@mantine/core";
import type { DurationUnit, MappedColumn, Suggestion, TableMapping } from "../api/types";
import { t } from "../text/text";
import { type Fault, faultProps } from "./faults";
import { columnMeanings, examples, meaningOf, unitOf, units, withColumn, withUnit } from "./mapping";

interface Props {
  suggestion: Suggestion;
  mapping: TableMapping;
  fault?: Fault;
  onChange: (mapping: TableMapping) => void;
}

/** Every column of a table with some of its values, and what it means. */
export function MappingColumns({ suggestion, mapping, fault, onChange }: Props) {
  return (
    <Table className="tm-stack tm-mapping" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("Column")}</Table.Th>
          <Table.Th scope="col">{t("For example")}</Table.Th>
          <Table.Th scope="col">{t("Means")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mapping.columns.map((column, place) => (
          <Table.Tr key={`${column.name} ${column.occurrence ?? 1}`}>
            <Table.Th scope="row" fw={500} className="tm-break">
              {column.name}
            </Table.Th>
            <Table.Td data-label={t("For example")} className="tm-break">
              {examples(suggestion, column)}
            </Table.Td>
            <Table.Td data-label={t("Means")}>
              <div className="tm-meaning">
                <Select
                  aria-label={t("Meaning of {column}", { column: titleOf(column) })}
                  data={columnMeanings()}
                  value={meaningOf(column)}
                  allowDeselect={false}
                  searchable
                  openOnFocus={false}
                  onChange={(meaning) => meaning && onChange(withColumn(suggestion, mapping, place, meaning))}
                  {...faultProps(fault, `columns[${place}]`)}
                />
                {unitOf(column) && (
                  <Select
                    aria-label={t("Unit of {column}", { column: titleOf(column) })}
                    data={units()}
                    value={unitOf(column)}
                    allowDeselect={false}
                    onChange={(unit) => unit && onChange(withUnit(mapping, place, unit as DurationUnit))}
                  />
                )}
              </div>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Of columns of one name, which one. */
function titleOf({ name, occurrence }: MappedColumn): string {
  return occurrence === undefined ? name : `${name} (${occurrence})`;
}
