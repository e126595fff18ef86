import { Alert, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ItemView } from '../../../src/information/contract.ts';
import { WITHDRAWAL_REASONS } from '../../../src/information/states.ts';
import { post } from '../api.ts';
import { keepItem } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { useAct } from '../ui/useAct.ts';
import { useConflict } from './useConflict.tsx';

/** Withdrawal acts at once and cannot be undone: it says so, and asks twice. */
export function WithdrawDialogue({ item, onClose }: { item: ItemView; onClose: () => void }) {
  const { t, name } = useTexts();
  const [reasonCode, setReasonCode] = useState('');
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const withdraw = useAct({
    run: () =>
      post<ItemView>(`/items/${item.id}/withdraw`, {
        revision: item.revision,
        reasonCode,
        reason: reason.trim(),
      }),
    done: t('withdraw.done'),
    onDone: (withdrawn) => {
      keepItem(withdrawn);
      onClose();
    },
    onError: useConflict(item.id),
  });
  return (
    <Modal
      open
      title={t('withdraw.title', { title: item.title })}
      okText={t('withdraw.withdraw')}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: true, disabled: !(sure && reasonCode && reason.trim().length >= 2) }}
      confirmLoading={withdraw.isPending}
      onOk={() => withdraw.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Alert type="warning" showIcon title={t('withdraw.effect')} />
        <Labelled label={t('withdraw.reasonCode')}>
          {(id) => (
            <Choice
              id={id}
              value={reasonCode}
              onChange={setReasonCode}
              options={WITHDRAWAL_REASONS.map((one) => ({ value: one, label: name('withdrawal', one) }))}
            />
          )}
        </Labelled>
        <Labelled label={t('withdraw.reason')}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 3 }}
              maxLength={2000}
              placeholder={t('withdraw.reasonHelp')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Labelled>
        <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>
          {t('withdraw.sure')}
        </Checkbox>
      </div>
    </Modal>
  );
}
