import { type RefObject, useEffect } from 'react';
import type { Finding } from '../../../src/information/contract.ts';
import { clearMarks, markFindings } from './place.ts';

interface DocumentTextProps {
  /** Sanitised by the server when it came in. */
  html: string;
  findings: readonly Finding[];
  textRef: RefObject<HTMLDivElement | null>;
}

/** The text as the public will read it, with its findings marked. */
export function DocumentText({ html, findings, textRef }: DocumentTextProps) {
  useEffect(() => {
    if (textRef.current) markFindings(textRef.current, findings);
    return clearMarks;
  }, [findings, textRef]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: documents/sanitise.ts has made it safe, and no script may run here
  return <div ref={textRef} className="document" dangerouslySetInnerHTML={{ __html: html }} />;
}
