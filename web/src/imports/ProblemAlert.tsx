import { Alert, Text } from "@mantine/core";
import type { Problem } from "../api/types";
import { t } from "../text/text";
import { placeInWords, problemInWords } from "./words";

/** A refusal: what was wrong and what to do (the server's sentence), and where in the file. */
export function ProblemAlert({ problem, title }: { problem: Problem; title: string }) {
  const place = placeInWords(problem);
  return (
    <Alert color="red" title={title} data-testid="import-problem">
      <Text size="sm" className="tm-break">
        {problemInWords(problem)}
      </Text>
      {place && (
        <Text size="sm" mt={6} className="tm-break">
          {t("Where: {place}", { place })}
        </Text>
      )}
    </Alert>
  );
}
