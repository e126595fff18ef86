import type { Editor } from '@tiptap/core';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Finding, ItemView } from '../../../src/information/contract.ts';
import { post } from '../api.ts';
import { clearMarks, markFindings } from '../ui/place.ts';
import { textOf } from './RichText.tsx';
import type { Draft } from './useDraft.ts';

const PAUSE_MS = 1500;

/**
 * Screens the text while it is written, after a pause, and marks what was found. Findings in attachments and
 * hidden parts of the file stand as the server keeps them. A failed look changes nothing: screening before the
 * next step is the one that counts.
 */
export function useScreening(
  item: ItemView,
  draft: Draft,
  readBody: () => string,
  editor: RefObject<Editor | null>,
) {
  const [live, setLive] = useState<Finding[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ draft, readBody });
  latest.current = { draft, readBody };
  const { agencyId } = item;
  const screen = useCallback(async () => {
    const { fields, placement } = latest.current.draft;
    try {
      const answer = await post<{ findings: Finding[] }>('/screen', {
        agencyId,
        title: fields.title,
        bodyHtml: latest.current.readBody(),
        attribute: placement.attribute,
      });
      setLive(answer.findings);
    } catch {
      // Said above: the kept findings stay on show.
    }
  }, [agencyId]);
  const screenSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void screen(), PAUSE_MS);
  }, [screen]);
  useEffect(() => {
    void screen();
    return () => clearTimeout(timer.current);
  }, [screen]);
  const elsewhere = item.findings.filter((one) => !/^(?:title|body)(?:#|$)/.test(one.field));
  const findings = live === null ? item.findings : [...live, ...elsewhere];
  useEffect(() => {
    const dom = textOf(editor.current);
    if (dom && live) markFindings(dom, live);
    return clearMarks;
  }, [live, editor]);
  return { findings, screenSoon };
}
