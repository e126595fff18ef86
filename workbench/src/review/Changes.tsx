import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ItemView } from '../../../src/information/contract.ts';
import { post } from '../api.ts';
import { keepItem } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { useAct } from '../ui/useAct.ts';
import { offerOf } from './offer.ts';
import { useConflict } from './useConflict.tsx';
import { WithdrawDialogue } from './WithdrawDialogue.tsx';

type Kind = 'amend' | 'correct' | 'repeal' | 'reinstate';

/** What can happen to something public: each goes through the chain again, withdrawal acts at once. */
export function Changes({ item }: { item: ItemView }) {
  const { t, name } = useTexts();
  const [kind, setKind] = useState<Kind | null>(null);
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <>
      <p className="quiet">{t('change.lead')}</p>
      <div className="change-buttons">
        {offerOf(item, 'change')?.allowed
          ? kindsFor(item).map((one) => (
              <Button key={one} onClick={() => setKind(one)}>
                {name('change', one)}
              </Button>
            ))
          : null}
        {offerOf(item, 'withdraw')?.allowed ? (
          <Button danger onClick={() => setWithdrawing(true)}>
            {t('withdraw.withdraw')}
          </Button>
        ) : null}
      </div>
      {kind ? <ChangeDialogue item={item} kind={kind} onClose={() => setKind(null)} /> : null}
      {withdrawing ? <WithdrawDialogue item={item} onClose={() => setWithdrawing(false)} /> : null}
    </>
  );
}

function kindsFor(item: ItemView): Kind[] {
  if (item.publicStatus === 'withdrawn') return ['reinstate'];
  return item.publicStatus === 'repealed' ? ['correct'] : ['amend', 'correct', 'repeal'];
}

function ChangeDialogue({ item, kind, onClose }: { item: ItemView; kind: Kind; onClose: () => void }) {
  const { t, name } = useTexts();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const conflict = useConflict(item.id);
  const start = useAct({
    run: () =>
      post<ItemView>(`/items/${item.id}/changes`, {
        revision: item.revision,
        change: kind,
        reason: reason.trim(),
      }),
    onDone: (changed) => {
      keepItem(changed);
      void navigate(`/items/${item.id}/edit`);
    },
    onError: (error) => {
      conflict(error);
    },
  });
  return (
    <Modal
      open
      title={t('change.title', { change: name('change', kind) })}
      okText={t('change.start')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2, danger: kind === 'repeal' }}
      confirmLoading={start.isPending}
      onOk={() => start.mutate()}
      onCancel={onClose}
    >
      <p>{t(`change.explain.${kind}`)}</p>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 3 }}
        maxLength={2000}
        aria-label={t('change.reason')}
        placeholder={t('change.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
