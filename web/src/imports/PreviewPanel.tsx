import { Button, Group, List, Stack, Text, Title } from "@mantine/core";
import type { Import, ImportPreview } from "../api/types";
import { CardList } from "../overview/CardList";
import { spoken } from "../text/said";
import { t } from "../text/text";
import { ImportResult } from "./ImportResult";
import { changesInWords } from "./words";

const INSIGHTS_SHOWN = 3;

interface Props {
  result: Import;
  preview: ImportPreview;
  onImport: () => void;
  onGiveUp: () => void;
}

/** What a file would tell, before anything of it is stored. */
export function PreviewPanel({ result, preview, onImport, onGiveUp }: Props) {
  const insights = preview.insights.insights.slice(0, INSIGHTS_SHOWN);
  return (
    <Stack gap="sm" data-testid="import-preview">
      <ImportResult result={result} />
      {result.changes && (
        <Text size="sm" data-testid="import-changes">
          {changesInWords(result.changes)}
        </Text>
      )}
      <Group gap="sm">
        <Button onClick={onImport} data-testid="import-confirm">
          {t("Import")}
        </Button>
        <Button variant="default" onClick={onGiveUp}>
          {t("Leave it")}
        </Button>
      </Group>
      {preview.overview.data_extent && (
        <section aria-label={t("What {file} would tell", { file: result.file })}>
          <Stack gap="xs">
            <Title order={3} size="h5">
              {t("With this file, its accounts would show")}
            </Title>
            <CardList overview={preview.overview} />
            {insights.length > 0 && (
              <List size="sm" data-testid="preview-insights">
                {insights.map((insight) => (
                  <List.Item key={insight.title + insight.text}>
                    <strong>{spoken(insight.title, insight.title_said)}.</strong>{" "}
                    {spoken(insight.text, insight.text_said)}
                  </List.Item>
                ))}
              </List>
            )}
          </Stack>
        </section>
      )}
    </Stack>
  );
}
