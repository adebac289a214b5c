import { Alert, Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { putLogo, type Report, removeLogo, reportQuery } from "../api/reports";
import { t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";

const KINDS = "image/png,image/jpeg,image/gif";

/** The client's logo, which is kept as soon as it is chosen. */
export function LogoInput({ report }: { report: Report }) {
  const client = useQueryClient();
  const { business_id: owner, report_id: id } = report;
  const change = useMutation({
    mutationFn: (file: File | undefined) => (file ? putLogo(owner, id, file) : removeLogo(owner, id)),
    onSuccess: () => client.invalidateQueries({ queryKey: reportQuery(owner, id).queryKey }),
  });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t("Logo of the client")}
      </Text>
      <Group>
        {report.logo && (
          // Made anew with each change: its address stays the same.
          <img
            className="tm-report-logo"
            key={report.changed_at}
            src={report.logo}
            alt={t("The logo as it is kept")}
          />
        )}
        <FileButton accept={KINDS} onChange={(file) => file && change.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" size="sm" loading={change.isPending}>
              {t("Choose a file")}
            </Button>
          )}
        </FileButton>
        {report.logo && (
          <Button variant="default" size="sm" onClick={() => change.mutate(undefined)}>
            {t("Remove")}
          </Button>
        )}
      </Group>
      <Text className="tm-note">{t("PNG, JPEG or GIF, up to 1 MB.")}</Text>
      {change.isError && (
        <Alert color="red" role="alert" title={t("Not kept")}>
          <ErrorText error={change.error} />
        </Alert>
      )}
    </Stack>
  );
}
