import { Alert } from 'antd';
import type { ItemView } from '../../../src/information/contract.ts';
import { useTexts } from '../texts/index.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Changes } from './Changes.tsx';
import { Decide } from './Decide.tsx';
import { type Action, offerOf } from './offer.ts';
import { PublishPanel } from './PublishPanel.tsx';

/** Reasons that only say the moment or the person is another one: then the action is not shown at all. */
const ELSEWHERE = new Set([
  'NO_PERMISSION',
  'NOT_IN_THIS_STATE',
  'NOT_YOUR_STEP',
  'NOT_PUBLIC',
  'ALREADY_WITHDRAWN',
  'NOT_WITHDRAWN',
  'ALREADY_REPEALED',
  'NOT_AN_EARLIER_STEP',
  'NOT_PROACTIVE',
]);

/** Why an action that is this person's to take cannot be taken yet; empty when it can, or is not theirs. */
export function hindrances(item: ItemView, action: Action): string[] {
  const offer = offerOf(item, action);
  if (!offer || offer.allowed || offer.reasons.some((one) => ELSEWHERE.has(one.code))) return [];
  return offer.reasons.map((one) => one.message);
}

/** Everything this person can do with the item now, and why not what they might expect to. */
export function DecisionPanel({ item }: { item: ItemView }) {
  const { t } = useTexts();
  const allowed = (action: Action) => offerOf(item, action)?.allowed ?? false;
  const own = hindrances(item, 'approve');
  const publishing = hindrances(item, 'publish');
  const reasons = [...new Set([...own, ...publishing])];
  return (
    <section className="card decide" aria-label={t('review.decide')}>
      {allowed('edit') ? (
        <LinkButton to={`/items/${item.id}/edit`} type="primary" block size="large">
          {t('review.edit')}
        </LinkButton>
      ) : null}
      {reasons.length > 0 ? (
        <Alert
          type="warning"
          title={t('review.notYet')}
          description={
            <ul>
              {reasons.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      {allowed('approve') || allowed('return') ? <Decide item={item} /> : null}
      {allowed('publish') || allowed('unschedule') ? <PublishPanel item={item} /> : null}
      {allowed('change') || allowed('withdraw') ? <Changes item={item} /> : null}
      {item.publicStatus ? (
        <a href={`/information/${item.id}`} target="_blank" rel="noreferrer" className="public-link">
          {t('review.publicPage')}
        </a>
      ) : null}
    </section>
  );
}
