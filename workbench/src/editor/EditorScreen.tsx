import type { Editor } from '@tiptap/core';
import { Alert, Button } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { ItemView } from '../../../src/information/contract.ts';
import { useItem } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { conflictText } from '../ui/errors.ts';
import { Findings } from '../ui/Findings.tsx';
import { Light } from '../ui/Light.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { placeOf, showPlace } from '../ui/place.ts';
import { Nothing, Ready } from '../ui/States.tsx';
import { Attachments } from './Attachments.tsx';
import { EditorActions } from './EditorActions.tsx';
import { MetadataForm } from './MetadataForm.tsx';
import { RichText, textOf } from './RichText.tsx';
import { type Draft, readAgain, useDraft } from './useDraft.ts';
import { useScreening } from './useScreening.ts';

export default function EditorScreen() {
  const { id = '' } = useParams();
  const reading = useItem(id);
  return <Ready of={reading}>{(item) => <Editable key={item.id} item={item} />}</Ready>;
}

function Editable({ item }: { item: ItemView }) {
  const { t } = useTexts();
  const offer = item.actions.find((one) => one.action === 'edit');
  if (offer?.allowed) return <DraftEditor item={item} />;
  return (
    <Page title={item.title || t('item.untitled')}>
      <Nothing
        title={t('editor.notEditable')}
        next={offer?.reasons.map((one) => one.message).join('；') || t('editor.notEditableNext')}
      >
        <LinkButton to={`/items/${item.id}`} type="primary">
          {t('editor.toItem')}
        </LinkButton>
      </Nothing>
    </Page>
  );
}

/** Writing: text in the middle, what is known about it and what screening says of it beside it. */
function DraftEditor({ item }: { item: ItemView }) {
  const { t } = useTexts();
  const draft = useDraft(item);
  const editor = useRef<Editor | null>(null);
  const [readBody, setReadBody] = useState<() => string>(() => () => item.fields.bodyHtml);
  const { findings, screenSoon } = useScreening(item, draft, readBody, editor);
  const show = useCallback((start: number, end: number) => {
    const now = editor.current;
    const text = textOf(now);
    const range = text ? showPlace(text, start, end) : null;
    if (range && now)
      now.commands.setTextSelection({
        from: now.view.posAtDOM(range.startContainer, range.startOffset),
        to: now.view.posAtDOM(range.endContainer, range.endOffset),
      });
  }, []);
  const onReady = useCallback((ready: Editor | null) => {
    editor.current = ready;
  }, []);
  const { changeBody } = draft;
  const onChange = useCallback(
    (read: () => string) => {
      setReadBody(() => read);
      changeBody(read);
      screenSoon();
    },
    [changeBody, screenSoon],
  );
  return (
    <Page
      title={item.change === 'publish' ? t('editor.title') : t('editor.changeTitle', { title: item.title })}
    >
      <div className="columns">
        <div className="column-main">
          <Conflict draft={draft} id={item.id} />
          {item.changeReason ? (
            <Alert type="info" title={t('editor.changeReason', { reason: item.changeReason })} />
          ) : null}
          <ReturnedBecause item={item} />
          <TitleField draft={draft} onChange={screenSoon} />
          <RichText html={item.fields.bodyHtml} onChange={onChange} onReady={onReady} />
          <Attachments item={item} draft={draft} />
        </div>
        <aside className="column-side" aria-label={t('editor.side')}>
          <EditorActions item={item} draft={draft} />
          <section className="card">
            <h2>
              {t('findings.title')} <span className="count">{findings.length}</span>
            </h2>
            <Findings
              findings={findings}
              onShow={(one) => {
                const dom = textOf(editor.current);
                const place = dom ? placeOf(dom, one) : null;
                if (place) show(place.start, place.end);
                else document.getElementById(one.field === 'title' ? 'draft-title' : 'attachments')?.focus();
              }}
            />
          </section>
          <MetadataForm item={item} draft={draft} onShow={show} />
          <section className="card">
            <h2>{t('items.timeliness')}</h2>
            <Light timeliness={item.timeliness} />
          </section>
        </aside>
      </div>
    </Page>
  );
}

function TitleField({ draft, onChange }: { draft: Draft; onChange: () => void }) {
  const { t } = useTexts();
  return (
    <textarea
      id="draft-title"
      className="draft-title"
      rows={1}
      maxLength={500}
      aria-label={t('field.title')}
      placeholder={t('editor.titlePlaceholder')}
      value={draft.fields.title}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
      }}
      onChange={(event) => {
        draft.changeFields({ title: event.target.value.replaceAll('\n', '') });
        onChange();
      }}
    />
  );
}

/** Why the item came back, where its writer cannot miss it. */
function ReturnedBecause({ item }: { item: ItemView }) {
  const { t } = useTexts();
  const last = [...item.steps].sort((a, b) => b.step - a.step).find((one) => one.action !== 'edit');
  if (last?.action !== 'return') return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('editor.returned', { person: last.personName })}
      description={<span className="lines">{last.comment}</span>}
    />
  );
}

function Conflict({ draft, id }: { draft: Draft; id: string }) {
  const { t } = useTexts();
  if (draft.state !== 'conflict') return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={conflictText(draft.error, t)}
      description={t('editor.conflictLead')}
      action={
        <span className="stack">
          <Button size="small" type="primary" onClick={() => void draft.keepMine()}>
            {t('editor.keepMine')}
          </Button>
          <Button size="small" onClick={() => void readAgain(id)}>
            {t('editor.takeTheirs')}
          </Button>
        </span>
      }
    />
  );
}
