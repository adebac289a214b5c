import { Alert, Button, Text } from "@mantine/core";
import { t } from "../text/text";
import { ErrorText } from "./ErrorText";

interface Props {
  /** What could not be shown, as the start of a sentence: "The trend". */
  what: string;
  error: Error;
  retry: () => void;
}

export function ErrorPanel({ what, error, retry }: Props) {
  return (
    <Alert color="red" role="alert" title={t("{what} could not be loaded", { what })}>
      <Text size="sm" mb="sm" className="tm-break">
        <ErrorText error={error} />
      </Text>
      <Button size="xs" variant="default" onClick={retry}>
        {t("Try again")}
      </Button>
    </Alert>
  );
}
