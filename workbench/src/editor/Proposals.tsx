import { Button } from 'antd';
import { useState } from 'react';
import type { Fields, ItemView, Proposal } from '../../../src/information/contract.ts';
import { useCategories } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import type { Draft } from './useDraft.ts';

interface ProposalsProps {
  item: ItemView;
  draft: Draft;
  field: string;
  onShow: (start: number, end: number) => void;
}

/** What the file itself says about one field, where it says so, and the click that takes it. */
export function Proposals({ item, draft, field, onShow }: ProposalsProps) {
  const proposals = item.proposals.filter((one) => one.field === field);
  return proposals.map((one) => (
    <ProposalLine
      key={`${one.value}/${one.place.rule}`}
      proposal={one}
      item={item}
      draft={draft}
      onShow={onShow}
    />
  ));
}

function ProposalLine({
  proposal,
  item,
  draft,
  onShow,
}: Omit<ProposalsProps, 'field'> & { proposal: Proposal }) {
  const { t, name } = useTexts();
  const categories = useCategories(item.agencyId).data ?? [];
  const [confirmed, setConfirmed] = useState(false);
  const category = categories.find((one) => [one.id, one.code, one.name].includes(proposal.value));
  const current =
    proposal.field === 'category' ? draft.placement.categoryId : draft.fields[proposal.field as keyof Fields];
  const taken = current === (category?.id ?? proposal.value);
  const take = () => {
    setConfirmed(true);
    if (taken) return;
    if (proposal.field !== 'category')
      draft.changeFields({ [proposal.field]: proposal.value } as Partial<Fields>);
    else if (category) draft.changePlacement({ categoryId: category.id });
  };
  if (taken && confirmed) return <p className="proposal proposal-taken">✓ {t('proposal.confirmed')}</p>;
  const { start, end, source, excerpt } = proposal.place;
  const seen = source === 'text' && start !== null && end !== null;
  return (
    <p className="proposal">
      {taken ? null : <strong className="proposal-value">{category?.name ?? proposal.value} </strong>}
      <span>
        {t('proposal.from', { source: name('source', source) })}
        {seen ? (
          <button type="button" className="link-button" onClick={() => onShow(start, end)}>
            “{excerpt}”
          </button>
        ) : (
          `“${excerpt}”`
        )}
        {proposal.repaired ? ` ${t('proposal.repaired')}` : ''}
      </span>
      <Button size="small" onClick={take} disabled={proposal.field === 'category' && !category}>
        {taken ? t('proposal.confirm') : t('proposal.take')}
      </Button>
    </p>
  );
}
