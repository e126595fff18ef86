import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/index.tsx';

interface Question {
  title: string;
  content?: ReactNode;
  ok: string;
  danger?: boolean;
}

/** Asks before what cannot be undone; resolves to whether it was confirmed. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  const { t } = useTexts();
  return ({ title, content, ok, danger }) =>
    new Promise((resolve) => {
      modal.confirm({
        title,
        content,
        okText: ok,
        cancelText: t('common.cancel'),
        okButtonProps: { danger: danger ?? false },
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      });
    });
}
