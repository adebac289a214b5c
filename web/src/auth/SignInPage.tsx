import { Alert, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { call } from "../api/client";
import { LanguageSwitch } from "../text/LanguageSwitch";
import { t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { Mark } from "../ui/Mark";
import { returnTo } from "./returnTo";

const route = getRouteApi("/dashboard/sign-in");

interface Credentials {
  email: string;
  password: string;
}

export function SignInPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [credentials, setCredentials] = useState<Credentials>({ email: "", password: "" });
  const password = useRef<HTMLInputElement>(null);

  const signIn = useMutation({
    mutationFn: (json: Credentials) => call("/auth/sign-in", { method: "POST", json, expectSignedOut: true }),
    onSuccess: () => {
      // Nothing that the person before was shown may remain.
      queryClient.clear();
      router.history.replace(returnTo(next));
    },
    onError: () => password.current?.select(),
  });

  useEffect(() => {
    document.title = `${t("Sign in")} · Tidemark`;
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(credentials);
  };

  return (
    <main className="tm-sign-in">
      {/* Whoever is not signed in is led here from every page, crawlers as well. */}
      <meta name="robots" content="noindex" />
      <form className="tm-panel" style={{ width: "min(100%, 400px)", padding: 28 }} onSubmit={submit}>
        <Stack gap="md">
          <Group justify="space-between">
            <div className="tm-product">
              <Mark size={30} />
              Tidemark
            </div>
            <LanguageSwitch />
          </Group>
          <Title order={1} size="h2">
            {t("Sign in")}
          </Title>
          {next && !signIn.isError && (
            <Text size="sm">{t("Sign in to go on to the page you asked for.")}</Text>
          )}
          <div aria-live="assertive">
            {signIn.isError && (
              <Alert color="red" title={t("Not signed in")}>
                <ErrorText error={signIn.error} />
              </Alert>
            )}
          </div>
          <TextInput
            label={t("E-mail")}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            value={credentials.email}
            onChange={(event) => setCredentials({ ...credentials, email: event.currentTarget.value })}
          />
          <TextInput
            ref={password}
            label={t("Password")}
            type="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={credentials.password}
            onChange={(event) => setCredentials({ ...credentials, password: event.currentTarget.value })}
          />
          <Button type="submit" loading={signIn.isPending}>
            {t("Sign in")}
          </Button>
        </Stack>
      </form>
    </main>
  );
}
