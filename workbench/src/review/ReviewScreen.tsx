import { Alert } from 'antd';
import { useRef } from 'react';
import { useParams } from 'react-router';
import type { Finding, ItemView } from '../../../src/information/contract.ts';
import { AttachmentList } from '../editor/Attachments.tsx';
import { useItem } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { DocumentText } from '../ui/DocumentText.tsx';
import { Findings } from '../ui/Findings.tsx';
import { Page } from '../ui/Page.tsx';
import { placeOf, showPlace } from '../ui/place.ts';
import { StateMark } from '../ui/StateMark.tsx';
import { Ready } from '../ui/States.tsx';
import { Chain } from './Chain.tsx';
import { Comments } from './Comments.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { DiffView } from './DiffView.tsx';
import { History } from './History.tsx';
import { Metadata } from './Metadata.tsx';
import { Override } from './Override.tsx';
import { TimelinessCard } from './TimelinessCard.tsx';

export default function ReviewScreen() {
  const { id = '' } = useParams();
  const reading = useItem(id);
  return <Ready of={reading}>{(item) => <Evidence key={item.id} item={item} />}</Ready>;
}

/** One item with all that a decision rests on, on one screen: text, facts, clock, findings, changes, history. */
function Evidence({ item }: { item: ItemView }) {
  const { t } = useTexts();
  const text = useRef<HTMLDivElement>(null);
  const show = (finding: Finding) => {
    const place = text.current ? placeOf(text.current, finding) : null;
    if (place && text.current) showPlace(text.current, place.start, place.end);
    else document.getElementById(finding.field.startsWith('attachment') ? 'files' : 'text')?.focus();
  };
  const answerable = item.actions.some((one) => one.action === 'override' && one.allowed);
  return (
    <Page
      title={item.title || t('item.untitled')}
      lead={
        <>
          <StateMark item={item} /> <span className="quiet">{item.unitName ?? item.agencyName}</span>
        </>
      }
    >
      <Chain chain={item.chain} />
      <div className="columns">
        <div className="column-main">
          <Notices item={item} />
          {item.version > 1 ? <DiffView item={item} /> : null}
          <section className="paper" id="text" tabIndex={-1} aria-label={t('review.text')}>
            <Metadata item={item} />
            <p className="paper-title">{item.title}</p>
            <DocumentText html={item.fields.bodyHtml} findings={item.findings} textRef={text} />
            <div id="files" tabIndex={-1}>
              <AttachmentList item={item} />
            </div>
          </section>
          <Comments item={item} />
        </div>
        <aside className="column-side" aria-label={t('review.side')}>
          <DecisionPanel item={item} />
          <section className="card">
            <h2>
              {t('findings.title')} <span className="count">{item.findings.length}</span>
            </h2>
            <Findings
              findings={item.findings}
              onShow={show}
              answer={(finding) => (answerable ? <Override item={item} finding={finding} /> : null)}
            />
          </section>
          <TimelinessCard timeliness={item.timeliness} />
          <History item={item} />
        </aside>
      </div>
    </Page>
  );
}

/** What must be known before anything else is read. */
function Notices({ item }: { item: ItemView }) {
  const { t, name } = useTexts();
  return (
    <>
      {item.blockedReason ? <Alert type="error" showIcon title={item.blockedReason} /> : null}
      {item.change !== 'publish' && item.state !== 'published' ? (
        <Alert
          type="info"
          showIcon
          title={t('review.change', { change: name('change', item.change) })}
          description={item.changeReason}
        />
      ) : null}
    </>
  );
}
