import { Alert, Button, Group, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Suggestion, TableMapping } from "../api/types";
import { joinWords } from "../ui/format";
import { PLATFORM } from "../ui/names";
import {
  COLUMN_MEANINGS,
  DATE_ORDERS,
  DECIMALS,
  examples,
  meaningOf,
  ROW_KINDS,
  stillOpen,
  withColumn,
} from "./mapping";

const PLATFORMS = Object.entries(PLATFORM).map(([value, { name }]) => ({ value, label: name }));

interface Props {
  suggestion: Suggestion;
  /** What the server said of the last try; the first time, that no format knows the file. */
  said?: string;
  onMapping: (mapping: TableMapping) => void;
}

/** A table that no format knows: the reader says once what its columns mean. */
export function MappingForm({ suggestion, said, onMapping }: Props) {
  const [mapping, setMapping] = useState(suggestion.mapping);
  const open = stillOpen(mapping);
  const set = (part: Partial<TableMapping>) => setMapping((now) => ({ ...now, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (open.length === 0) onMapping(mapping);
  };
  return (
    <form onSubmit={submit} data-testid="mapping-form">
      <Stack gap="sm">
        <Text size="sm">
          No export that Tidemark knows has these columns. Say once what they mean; tables with the same
          columns are read by themselves from then on.
        </Text>
        {said && (
          <Alert color="red" data-testid="mapping-refused">
            {said}
          </Alert>
        )}
        <div className="tm-fields">
          <TextInput
            label="Name of this mapping"
            value={mapping.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            required
            withAsterisk={false}
          />
          <Select
            label="A row is"
            data={ROW_KINDS}
            value={mapping.rows}
            allowDeselect={false}
            onChange={(rows) => rows && set({ rows: rows as TableMapping["rows"] })}
          />
          <Select
            label="Platform"
            data={PLATFORMS}
            value={mapping.platform}
            placeholder="As a column says"
            clearable
            onChange={(platform) => set({ platform })}
          />
          <TextInput
            label="Account handle"
            value={mapping.account ?? ""}
            placeholder="As a column says"
            onChange={(event) => set({ account: event.currentTarget.value || null })}
          />
          <Select
            label="Dates are written"
            data={DATE_ORDERS}
            value={mapping.date_order}
            clearable
            onChange={(date_order) => set({ date_order })}
          />
          <TextInput
            label="Time zone of times"
            value={mapping.time_zone ?? ""}
            placeholder={Intl.DateTimeFormat().resolvedOptions().timeZone}
            onChange={(event) => set({ time_zone: event.currentTarget.value || null })}
          />
          <Select
            label="Numbers are written"
            data={DECIMALS}
            value={mapping.decimal}
            placeholder="As they look"
            clearable
            onChange={(decimal) => set({ decimal: decimal as TableMapping["decimal"] })}
          />
        </div>
        <ColumnTable suggestion={suggestion} mapping={mapping} onChange={set} />
        <Group gap="sm">
          <Button type="submit" disabled={open.length > 0}>
            Look at the numbers
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {open.length > 0 && `Still to be said: ${joinWords(open)}.`}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

interface ColumnsProps {
  suggestion: Suggestion;
  mapping: TableMapping;
  onChange: (mapping: TableMapping) => void;
}

function ColumnTable({ suggestion, mapping, onChange }: ColumnsProps) {
  return (
    <Table className="tm-stack" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Column</Table.Th>
          <Table.Th scope="col">For example</Table.Th>
          <Table.Th scope="col">Means</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mapping.columns.map((column, place) => (
          <Table.Tr key={`${column.name} ${column.occurrence ?? 1}`}>
            <Table.Th scope="row" fw={500} className="tm-break">
              {column.name}
            </Table.Th>
            <Table.Td data-label="For example" className="tm-break">
              {examples(suggestion, column)}
            </Table.Td>
            <Table.Td data-label="Means">
              <Select
                aria-label={`Meaning of ${column.name}`}
                data={COLUMN_MEANINGS}
                value={meaningOf(column)}
                allowDeselect={false}
                searchable
                onChange={(meaning) => meaning && onChange(withColumn(suggestion, mapping, place, meaning))}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
