import { Alert, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../text/text";

interface Props {
  error: ReactNode;
  /** What was just done, in words. */
  done: string | undefined;
}

/** What came of a form: a fault that belongs to no field, or that it was saved. */
export function Saved({ error, done }: Props) {
  return (
    <>
      {error && (
        <Alert color="red" role="alert" title={t("Not saved")}>
          {error}
        </Alert>
      )}
      <Text className="tm-settings-done" role="status">
        {done}
      </Text>
    </>
  );
}
