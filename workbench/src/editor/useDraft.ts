import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fields, ItemView, Placement } from '../../../src/information/contract.ts';
import { patch } from '../api.ts';
import { fetchItem, itemKey, keepItem } from '../items/api.ts';
import { queries } from '../queries.ts';
import { useSignedIn } from '../session/session.tsx';
import { isConflict } from '../ui/errors.ts';

/** `saved` on the server; `waiting` for a pause in typing; `failed` is tried again with the next change or by hand. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

const PAUSE_MS = 1200;

interface Pending {
  fields: Partial<Fields>;
  placement: Partial<Placement>;
  /** Reads the text from the editor when it is wanted, not on every key. */
  body: (() => string) | null;
}

const nothing = (): Pending => ({ fields: {}, placement: {}, body: null });
const isNothing = (one: Pending) =>
  one.body === null && Object.keys(one.fields).length === 0 && Object.keys(one.placement).length === 0;

/**
 * The draft being written: changes show at once and are saved by themselves, one call at a time, each with the
 * revision it rests on. What could not be saved stays and is sent again.
 */
export function useDraft(item: ItemView) {
  const [fields, setFields] = useState<Fields>(item.fields);
  const [placement, setPlacement] = useState<Placement>(item.placement);
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<unknown>(null);
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const confirm = useCallback((key: string) => setConfirmed((now) => new Set([...now, key])), []);
  const revision = useRef(item.revision);
  const pending = useRef<Pending>(nothing());
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (item.revision > revision.current) revision.current = item.revision;

  /** Sends what is pending; true when everything is on the server. */
  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current ??= saveAll().finally(() => {
      running.current = null;
    });
    return running.current;

    async function saveAll(): Promise<boolean> {
      while (!isNothing(pending.current)) {
        const batch = pending.current;
        pending.current = nothing();
        setState('saving');
        try {
          const body = batch.body ? { bodyHtml: batch.body() } : {};
          const saved = await patch<ItemView>(`/items/${item.id}`, {
            revision: revision.current,
            fields: { ...batch.fields, ...body },
            placement: batch.placement,
          });
          revision.current = saved.revision;
          keepItem(saved);
        } catch (refusal) {
          pending.current = merged(batch, pending.current);
          setError(refusal);
          setState(isConflict(refusal) ? 'conflict' : 'failed');
          return false;
        }
      }
      setError(null);
      setState('saved');
      return true;
    }
  }, [item.id]);

  const wait = useCallback(() => {
    setState((now) => (now === 'conflict' ? now : 'waiting'));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE_MS);
  }, [save]);

  const changeFields = useCallback(
    (change: Partial<Omit<Fields, 'bodyHtml'>>) => {
      setFields((now) => ({ ...now, ...change }));
      Object.assign(pending.current.fields, change);
      wait();
    },
    [wait],
  );
  const changePlacement = useCallback(
    (change: Partial<Placement>) => {
      setPlacement((now) => ({ ...now, ...change }));
      Object.assign(pending.current.placement, change);
      wait();
    },
    [wait],
  );
  const changeBody = useCallback(
    (body: () => string) => {
      pending.current.body = body;
      wait();
    },
    [wait],
  );

  /** After a conflict: keep what was typed here and put it on top of what the other person saved. */
  const keepMine = useCallback(async () => {
    revision.current = (await fetchItem(item.id)).revision;
    setState('waiting');
    await save();
  }, [item.id, save]);

  useSaveOnNewSession(save, state);
  useSaveOnLeave(save, () => !isNothing(pending.current) || running.current !== null);
  return {
    fields,
    placement,
    confirmed,
    confirm,
    state,
    error,
    revision,
    save,
    changeFields,
    changePlacement,
    changeBody,
    keepMine,
  };
}

export type Draft = ReturnType<typeof useDraft>;

function merged(older: Pending, newer: Pending): Pending {
  return {
    fields: { ...older.fields, ...newer.fields },
    placement: { ...older.placement, ...newer.placement },
    body: newer.body ?? older.body,
  };
}

/** A save that failed because the session had ended goes out by itself once someone has signed in again. */
function useSaveOnNewSession(save: () => Promise<boolean>, state: SaveState): void {
  const { csrfToken } = useSignedIn().session;
  const failed = useRef(false);
  failed.current = state === 'failed';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new token is what says that the session is new
  useEffect(() => {
    if (failed.current) void save();
  }, [csrfToken, save]);
}

/** Leaving the screen saves; leaving the page with something unsaved asks first. */
function useSaveOnLeave(save: () => Promise<boolean>, dirty: () => boolean): void {
  const latest = useRef(dirty);
  latest.current = dirty;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      if (latest.current()) void save();
    };
  }, [save]);
}

/** Forgets what is known of an item, so that the other person's version is read. */
export async function readAgain(id: string): Promise<void> {
  await queries.resetQueries({ queryKey: itemKey(id) });
}
