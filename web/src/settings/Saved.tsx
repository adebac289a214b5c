import { Alert, Text } from "@mantine/core";

interface Props {
  error: string | undefined;
  /** What was just done, in words. */
  done: string | undefined;
}

/** What came of a form: a fault that belongs to no field, or that it was saved. */
export function Saved({ error, done }: Props) {
  return (
    <>
      {error && (
        <Alert color="red" role="alert" title="Not saved">
          {error}
        </Alert>
      )}
      <Text className="tm-settings-done" role="status">
        {done}
      </Text>
    </>
  );
}
