import { Button } from 'antd';
import type {
  CategoryView,
  Fields,
  ItemView,
  Placement,
  Proposal,
} from '../../../src/information/contract.ts';
import { GENRES } from '../../../src/information/states.ts';
import { useCategories } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import type { Draft } from './useDraft.ts';

interface ProposalsProps {
  item: ItemView;
  draft: Draft;
  field: string;
  onShow: (start: number, end: number) => void;
}

/** What taking a proposal changes; null when it names a category this agency does not have. */
interface Effect {
  fields: Partial<Omit<Fields, 'bodyHtml'>>;
  placement: Partial<Placement>;
  shown: string;
}

/** A proposed category is one of the agency's, or the genre (体裁) that the title names. */
function effectOf({ field, value }: Proposal, categories: readonly CategoryView[]): Effect | null {
  if (field !== 'category') return { fields: { [field]: value }, placement: {}, shown: value };
  const category = categories.find((one) => [one.id, one.code, one.name].includes(value));
  if (category) return { fields: {}, placement: { categoryId: category.id }, shown: category.name };
  const genre = (GENRES as readonly string[]).includes(value);
  return genre ? { fields: { genre: value }, placement: {}, shown: value } : null;
}

function isTaken(draft: Draft, { fields, placement }: Effect): boolean {
  const same = <T extends object>(now: T, wanted: Partial<T>) =>
    Object.entries(wanted).every(([key, value]) => now[key as keyof T] === value);
  return same(draft.fields, fields) && same(draft.placement, placement);
}

/** Only fields of the form; dates of publication and the like are the server's to use. */
const SHOWN = [
  'title',
  'issuingAgency',
  'documentNumber',
  'formedOn',
  'category',
  'subject',
  'keywords',
  'summary',
];
const keyOf = ({ field, value, place }: Proposal) => `${field}/${value}/${place.rule}`;

/** Confirms what is already filled in, all at once; what differs is left for a look. */
export function ConfirmAll({ item, draft }: Pick<ProposalsProps, 'item' | 'draft'>) {
  const { t } = useTexts();
  const categories = useCategories(item.agencyId).data ?? [];
  const open = item.proposals.filter((one) => {
    const effect = effectOf(one, categories);
    return SHOWN.includes(one.field) && effect && isTaken(draft, effect) && !draft.confirmed.has(keyOf(one));
  });
  if (open.length < 2) return null;
  return (
    <Button
      size="small"
      onClick={() => {
        for (const one of open) draft.confirm(keyOf(one));
      }}
    >
      {t('proposal.confirmAll', { count: open.length })}
    </Button>
  );
}

/** What the file itself says about one field, where it says so, and the click that takes it. */
export function Proposals({ item, draft, field, onShow }: ProposalsProps) {
  const categories = useCategories(item.agencyId).data ?? [];
  return item.proposals
    .filter((one) => one.field === field)
    .map((one) => {
      const effect = effectOf(one, categories);
      return effect ? (
        <ProposalLine key={keyOf(one)} proposal={one} effect={effect} draft={draft} onShow={onShow} />
      ) : null;
    });
}

interface ProposalLineProps extends Pick<ProposalsProps, 'draft' | 'onShow'> {
  proposal: Proposal;
  effect: Effect;
}

function ProposalLine({ proposal, effect, draft, onShow }: ProposalLineProps) {
  const { t, name } = useTexts();
  const taken = isTaken(draft, effect);
  const label = name('field', 'genre' in effect.fields ? 'genre' : proposal.field);
  if (taken && draft.confirmed.has(keyOf(proposal)))
    return (
      <p className="proposal proposal-taken">
        ✓ {label} {t('proposal.confirmed')}
      </p>
    );
  const take = () => {
    if (!taken) {
      if (Object.keys(effect.fields).length > 0) draft.changeFields(effect.fields);
      if (Object.keys(effect.placement).length > 0) draft.changePlacement(effect.placement);
    }
    draft.confirm(keyOf(proposal));
  };
  const { start, end, source, excerpt } = proposal.place;
  const seen = source === 'text' && start !== null && end !== null;
  return (
    <p className="proposal">
      <span>
        {label}
        {taken ? null : <strong>：{effect.shown}</strong>}
        {' · '}
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
      <Button
        size="small"
        onClick={take}
        aria-label={`${taken ? t('proposal.confirm') : t('proposal.take')} ${label}`}
      >
        {taken ? t('proposal.confirm') : t('proposal.take')}
      </Button>
    </p>
  );
}
