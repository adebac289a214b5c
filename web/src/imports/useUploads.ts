import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { refreshEverything } from "../api/queries";
import { runUpload, type Upload, type UploadState } from "./uploads";

/** The files chosen since the page was opened. They are sent one after the other, in the order chosen. */
export function useUploads(business: number) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [changed, setChanged] = useState<string>();
  const queryClient = useQueryClient();
  const queue = useRef(Promise.resolve());
  const leaving = useRef<AbortController>(new AbortController());
  const lastKey = useRef(0);

  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const setState = useCallback((key: string, state: UploadState) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, state } : one)));
    setChanged(key);
  }, []);

  const enqueue = useCallback(
    (upload: Upload, account?: string) => {
      const { signal } = leaving.current;
      queue.current = queue.current.then(async () => {
        if (signal.aborted) return;
        await runUpload(business, upload.file, account, (state) => setState(upload.key, state), signal);
        if (!signal.aborted) await refreshEverything(queryClient);
      });
    },
    [business, queryClient, setState],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      const added = Array.from(files, (file): Upload => {
        lastKey.current += 1;
        return { key: String(lastKey.current), file, state: { step: "waiting" } };
      });
      setUploads((all) => [...added.toReversed(), ...all]);
      for (const upload of added) enqueue(upload);
    },
    [enqueue],
  );

  const retryWithAccount = useCallback(
    (upload: Upload, account: string) => {
      setState(upload.key, { step: "waiting" });
      enqueue(upload, account);
    },
    [enqueue, setState],
  );

  const dismiss = useCallback((key: string) => {
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);

  /** The one that took a step last. */
  const latest = uploads.find((one) => one.key === changed);
  return { uploads, latest, add, retryWithAccount, dismiss };
}
