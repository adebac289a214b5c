import { Alert, Button, Text } from "@mantine/core";

interface Props {
  /** What could not be shown, as the start of a sentence: "The trend". */
  what: string;
  error: Error;
  retry: () => void;
}

export function ErrorPanel({ what, error, retry }: Props) {
  return (
    <Alert color="red" role="alert" title={`${what} could not be loaded`}>
      <Text size="sm" mb="sm" className="tm-break">
        {error.message}
      </Text>
      <Button size="xs" variant="default" onClick={retry}>
        Try again
      </Button>
    </Alert>
  );
}
