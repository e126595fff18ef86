import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Finding, ItemView } from '../../../src/information/contract.ts';
import { post } from '../api.ts';
import { keepItem } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { useAct } from '../ui/useAct.ts';

/** A secrecy reviewer answers for a critical finding, by name and with a reason; it goes to the audit trail. */
export function Override({ item, finding }: { item: ItemView; finding: Finding }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const override = useAct({
    run: () =>
      post<ItemView>(`/items/${item.id}/findings/${encodeURIComponent(finding.key)}/override`, {
        revision: item.revision,
        reason: reason.trim(),
      }),
    done: t('override.done'),
    onDone: keepItem,
  });
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {t('override.open')}
      </Button>
    );
  return (
    <div className="override">
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        aria-label={t('override.reason')}
        placeholder={t('override.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        size="small"
        type="primary"
        danger
        loading={override.isPending}
        disabled={reason.trim().length < 2}
        onClick={() => override.mutate()}
      >
        {t('override.confirm')}
      </Button>
      <Button size="small" type="text" onClick={() => setOpen(false)}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
