import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Chain, IndexPattern, Settings } from '../../../src/information/contract.ts';
import { REVIEW_STEPS, type ReviewStep } from '../../../src/information/states.ts';
import { put } from '../api.ts';
import { queries } from '../queries.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Page } from '../ui/Page.tsx';
import { Failure, Nothing, Ready } from '../ui/States.tsx';
import { useAct } from '../ui/useAct.ts';
import { settingsKey, useSettings } from './api.ts';
import { IndexPatternForm } from './IndexPatternForm.tsx';

/** What each agency sets for itself: who reviews, and how index numbers look. */
export default function SettingsScreen() {
  const { t } = useTexts();
  const { agency } = useSignedIn();
  const reading = useSettings(agency?.id);
  if (!agency) return <Nothing title={t('app.noAgency')} />;
  return (
    <Page title={t('settings.title')} lead={agency.name}>
      <Ready of={reading}>{(settings) => <SettingsForm key={settings.revision} settings={settings} />}</Ready>
    </Page>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTexts();
  const [chain, setChain] = useState<Chain>(settings.chain);
  const [indexPattern, setPattern] = useState<IndexPattern>(settings.indexPattern);
  const save = useAct({
    run: () =>
      put<Settings>(`/settings/${settings.agencyId}`, { revision: settings.revision, chain, indexPattern }),
    done: t('common.saved'),
    onError: () => {},
    onDone: (saved) => queries.setQueryData(settingsKey(settings.agencyId), saved),
  });
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <ChainForm chain={chain} onChange={setChain} />
      <IndexPatternForm
        pattern={indexPattern}
        onChange={setPattern}
        next={settings.nextIndexNumber}
        before={settings.indexPattern}
      />
      {save.error ? <Failure error={save.error} /> : null}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </form>
  );
}

const DECIDING_ROLES = ['unit-head', 'secrecy-reviewer', 'disclosure-officer', 'approving-leader'];
/** 《条例》第十七条 demands the one, the head's responsibility the other (information/chain.ts). */
const FIRM: readonly ReviewStep[] = ['secrecy-review', 'approval'];
const DEFAULT_ROLE: Record<ReviewStep, string> = {
  'unit-review': 'unit-head',
  'secrecy-review': 'secrecy-reviewer',
  'risk-assessment': 'disclosure-officer',
  approval: 'approving-leader',
};

function ChainForm({ chain, onChange }: { chain: Chain; onChange: (chain: Chain) => void }) {
  const { t, name } = useTexts();
  const change = (step: ReviewStep, next: Chain[number] | null) => {
    const others = chain.filter((one) => one.step !== step);
    const all = next ? [...others, next] : others;
    onChange(all.sort((a, b) => REVIEW_STEPS.indexOf(a.step) - REVIEW_STEPS.indexOf(b.step)));
  };
  return (
    <fieldset className="card">
      <legend>{t('settings.chain')}</legend>
      <p className="quiet">{t('settings.chainLead')}</p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('settings.step')}</th>
            <th scope="col">{t('settings.roles')}</th>
            <th scope="col">{t('settings.skippable')}</th>
          </tr>
        </thead>
        <tbody>
          {REVIEW_STEPS.map((step) => {
            const set = chain.find((one) => one.step === step);
            const firm = FIRM.includes(step);
            return (
              <tr key={step}>
                <th scope="row">
                  <Checkbox
                    checked={Boolean(set)}
                    disabled={firm}
                    onChange={(event) =>
                      change(
                        step,
                        event.target.checked ? { step, roles: [DEFAULT_ROLE[step]], skippable: false } : null,
                      )
                    }
                  >
                    {name('state', step)}
                  </Checkbox>
                </th>
                <td>
                  <Checkbox.Group
                    value={set?.roles ?? []}
                    disabled={!set}
                    options={DECIDING_ROLES.map((role) => ({ value: role, label: name('role', role) }))}
                    onChange={(roles) =>
                      set && roles.length > 0 && change(step, { ...set, roles: roles as string[] })
                    }
                  />
                </td>
                <td>
                  <Checkbox
                    aria-label={t('settings.skippableStep', { step: name('state', step) })}
                    checked={set?.skippable ?? false}
                    disabled={!set || firm || step === 'risk-assessment'}
                    onChange={(event) => set && change(step, { ...set, skippable: event.target.checked })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Alert type="info" title={t('settings.chainNote')} />
    </fieldset>
  );
}
