import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { refreshEverything } from "../api/queries";
import type { ImportAnswers } from "../api/types";
import { giveUp, importIt, lookAgain, lookAt, type Upload, type UploadState } from "./uploads";

/**
 * The files chosen since the page was opened. They are looked at one after the other, in the order chosen; nothing is
 * stored before somebody says so.
 */
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

  const enqueue = useCallback((work: (signal: AbortSignal) => Promise<void>) => {
    const { signal } = leaving.current;
    queue.current = queue.current.then(async () => {
      if (!signal.aborted) await work(signal);
    });
  }, []);

  const add = useCallback(
    (files: Iterable<File>) => {
      const added = Array.from(files, (file): Upload => {
        lastKey.current += 1;
        return { key: String(lastKey.current), file, state: { step: "waiting" } };
      });
      setUploads((all) => [...added.toReversed(), ...all]);
      for (const { key, file } of added) {
        enqueue((signal) => lookAt(business, file, (state) => setState(key, state), signal));
      }
    },
    [business, enqueue, setState],
  );

  /** Looks again, with an answer. */
  const answer = useCallback(
    ({ key, state }: Upload, answers: ImportAnswers) => {
      if (state.step !== "asked") return;
      setState(key, { step: "waiting" });
      enqueue((signal) => lookAgain(business, state, answers, (next) => setState(key, next), signal));
    },
    [business, enqueue, setState],
  );

  /** Stores what was looked at. */
  const confirm = useCallback(
    ({ key, state }: Upload) => {
      if (state.step !== "looked") return;
      const id = state.result.import_id;
      setState(key, { step: "waiting" });
      enqueue(async (signal) => {
        await importIt(business, id, (next) => setState(key, next), signal);
        if (!signal.aborted) await refreshEverything(queryClient);
      });
    },
    [business, enqueue, queryClient, setState],
  );

  const dismiss = useCallback(
    ({ key, state }: Upload) => {
      setUploads((all) => all.filter((one) => one.key !== key));
      if (state.step === "looked" || state.step === "asked") {
        // The server forgets it by itself after an hour, so a failure here harms nobody.
        giveUp(business, state.result.import_id).catch(() => undefined);
      }
    },
    [business],
  );

  /** The one that took a step last. */
  const latest = uploads.find((one) => one.key === changed);
  return { uploads, latest, add, answer, confirm, dismiss };
}
