import { Button, Checkbox, Radio } from 'antd';
import { useRef, useState } from 'react';
import type { ItemView } from '../../../src/information/contract.ts';
import { post } from '../api.ts';
import { type ReviewStep, skippableAfter, useSettings } from '../settings/api.ts';
import { useTexts } from '../texts/index.tsx';
import { instantOf } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { useConfirm } from '../ui/useConfirm.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { CommentField, TimeField } from './fields.tsx';
import { useNext } from './next.ts';
import { offerOf } from './offer.ts';
import { ReturnForm } from './ReturnForm.tsx';
import { useConflict } from './useConflict.tsx';

type When = 'later' | 'now' | 'at';

/** Approve or send back: one click each, or the keys a and r. */
export function Decide({ item }: { item: ItemView }) {
  const { t } = useTexts();
  const [returning, setReturning] = useState(false);
  const mayApprove = offerOf(item, 'approve')?.allowed ?? false;
  const mayReturn = offerOf(item, 'return')?.allowed ?? false;
  const approveButton = useRef<HTMLButtonElement>(null);
  useKeys({
    a: () => {
      setReturning(false);
      approveButton.current?.focus();
    },
    r: () => mayReturn && setReturning(true),
  });
  if (returning) return <ReturnForm item={item} onCancel={() => setReturning(false)} />;
  return (
    <>
      {mayApprove ? <Approve item={item} button={approveButton} /> : null}
      {mayReturn ? (
        <Button block onClick={() => setReturning(true)}>
          {t('review.return')} <kbd>R</kbd>
        </Button>
      ) : null}
    </>
  );
}

/** The last step of the chain may publish in the same stroke. */
function isLastStep(item: ItemView): boolean {
  return !item.chain.some((one) => one.status === 'ahead');
}

function Approve({ item, button }: { item: ItemView; button: React.RefObject<HTMLButtonElement | null> }) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const [comment, setComment] = useState('');
  const [skip, setSkip] = useState<ReviewStep[]>([]);
  const [when, setWhen] = useState<When>('later');
  const [at, setAt] = useState('');
  const next = useNext();
  const publishes = isLastStep(item) && item.attribute === 'proactive';
  const approve = useAct({
    run: () =>
      post<ItemView>(`/items/${item.id}/decisions`, {
        decision: 'approve',
        revision: item.revision,
        skip,
        comment: comment.trim() || null,
        publishAt: when === 'now' ? 'now' : when === 'at' && at ? instantOf(at) : null,
      }),
    done: when === 'now' ? t('publish.done') : t('review.approved'),
    onDone: next,
    onError: useConflict(item.id),
  });
  const go = async () => {
    const irrevocable = publishes && when === 'now';
    const sure =
      !irrevocable ||
      (await confirm({
        title: t('publish.sure'),
        content: t('publish.sureLead', { title: item.title }),
        ok: t('review.approveAndPublish'),
      }));
    if (sure) approve.mutate();
  };
  return (
    <>
      <SkipChoice item={item} skip={skip} onChange={setSkip} />
      {publishes ? <WhenChoice when={when} onWhen={setWhen} at={at} onAt={setAt} /> : null}
      <CommentField value={comment} onChange={setComment} label={t('review.comment')} />
      <Button
        ref={button}
        type="primary"
        size="large"
        block
        loading={approve.isPending}
        disabled={when === 'at' && !at}
        onClick={() => void go()}
      >
        {when === 'now' ? t('review.approveAndPublish') : t('review.approve')} <kbd>A</kbd>
      </Button>
    </>
  );
}

function SkipChoice(props: { item: ItemView; skip: ReviewStep[]; onChange: (skip: ReviewStep[]) => void }) {
  const { t, name } = useTexts();
  const settings = useSettings(props.item.agencyId).data;
  const steps = settings ? skippableAfter(settings.chain, props.item.state, props.item.sensitive) : [];
  return steps.map((step) => (
    <Checkbox
      key={step}
      checked={props.skip.includes(step)}
      onChange={(event) =>
        props.onChange(
          event.target.checked ? [...props.skip, step] : props.skip.filter((one) => one !== step),
        )
      }
    >
      {t('review.skip', { step: name('state', step) })}
    </Checkbox>
  ));
}

interface WhenChoiceProps {
  when: When;
  onWhen: (when: When) => void;
  at: string;
  onAt: (at: string) => void;
}

function WhenChoice({ when, onWhen, at, onAt }: WhenChoiceProps) {
  const { t } = useTexts();
  return (
    <fieldset className="when">
      <legend>{t('publish.when')}</legend>
      <Radio.Group value={when} onChange={(event) => onWhen(event.target.value as When)}>
        <Radio value="later">{t('publish.byOfficer')}</Radio>
        <Radio value="now">{t('publish.atOnce')}</Radio>
        <Radio value="at">{t('publish.at')}</Radio>
      </Radio.Group>
      {when === 'at' ? <TimeField value={at} onChange={onAt} /> : null}
    </fieldset>
  );
}
