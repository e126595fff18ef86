import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Finding } from '../../../src/information/contract.ts';
import { useTexts } from '../texts/index.tsx';
import { shownInstant } from './time.ts';

const ORDER = { critical: 0, warning: 1, info: 2 };

interface FindingsProps {
  findings: readonly Finding[];
  /** Shows the place in the text. */
  onShow: (finding: Finding) => void;
  /** What stands below a critical finding that nobody has answered for. */
  answer?: (finding: Finding) => ReactNode;
}

/** What screening found, the gravest first; a click leads to the place. */
export function Findings({ findings, onShow, answer }: FindingsProps) {
  const { t, name } = useTexts();
  if (findings.length === 0) return <p className="quiet">{t('findings.none')}</p>;
  const sorted = [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || a.start - b.start);
  return (
    <ul className="findings">
      {sorted.map((finding) => (
        <li
          key={finding.key}
          className={`finding finding-${finding.override ? 'answered' : finding.severity}`}
        >
          <div className="finding-head">
            <strong>{name('severity', finding.severity)}</strong>
            <span>{name('detector', finding.detector)}</span>
          </div>
          <Button type="link" className="finding-place" onClick={() => onShow(finding)}>
            <span className="finding-field">{fieldName(finding.field, name)}</span> “{finding.excerpt}”
          </Button>
          <p>
            {finding.why} <span className="finding-source">{finding.source}</span>
          </p>
          {finding.override ? (
            <p className="finding-override">
              {t('findings.overridden', {
                person: finding.override.personName,
                at: shownInstant(finding.override.at),
                reason: finding.override.reason,
              })}
            </p>
          ) : (
            (finding.severity === 'critical' && answer?.(finding)) || null
          )}
        </li>
      ))}
    </ul>
  );
}

/** 'attachment:预算.xlsx' and 'body#html' as words. */
function fieldName(field: string, name: (prefix: string, code: string) => string): string {
  const [kind = '', file] = field.split(/:(.*)/s);
  const plain = name('place', kind.replace(/#html$/, ''));
  return file ? `${plain} ${file}` : plain;
}
