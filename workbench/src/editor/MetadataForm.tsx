import { Checkbox, Input } from 'antd';
import type { Fields, ItemView, Placement } from '../../../src/information/contract.ts';
import { ATTRIBUTES, GENRES, SECTIONS } from '../../../src/information/states.ts';
import { DISCLOSURE_GROUNDS } from '../../../src/law/grounds.ts';
import { useCategories, useUnits } from '../items/api.ts';
import { categoryOptions } from '../items/categories.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { today } from '../ui/time.ts';
import { ConfirmAll, Proposals } from './Proposals.tsx';
import type { Draft } from './useDraft.ts';

interface MetadataFormProps {
  item: ItemView;
  draft: Draft;
  /** Shows the place in the text that a proposal comes from. */
  onShow: (start: number, end: number) => void;
}

type TextField =
  | 'documentNumber'
  | 'issuingAgency'
  | 'formedOn'
  | 'subject'
  | 'keywords'
  | 'summary'
  | 'genre';

/** What stands in the table above the text: proposed by the machine where it could, confirmed by a person. */
export function MetadataForm({ item, draft, onShow }: MetadataFormProps) {
  const { t, language } = useTexts();
  const { placement, changePlacement } = draft;
  const units = (useUnits(item.agencyId).data ?? []).filter((one) => one.active);
  const categories = useCategories(item.agencyId).data ?? [];
  return (
    <section className="card metadata">
      <div className="section-head">
        <h2>{t('metadata.title')}</h2>
        <ConfirmAll item={item} draft={draft} />
      </div>
      <Proposals item={item} draft={draft} onShow={onShow} field="title" />
      <Line label={t('field.issuingAgency')} field="issuingAgency" {...{ item, draft, onShow }} />
      <Line label={t('field.documentNumber')} field="documentNumber" {...{ item, draft, onShow }} />
      <Line label={t('field.formedOn')} field="formedOn" type="date" {...{ item, draft, onShow }} />
      <Labelled label={t('field.category')}>
        {(id) => (
          <Choice
            id={id}
            none={t('metadata.choose')}
            value={placement.categoryId}
            onChange={(value) => changePlacement({ categoryId: value || null })}
            options={categoryOptions(categories, language)}
          />
        )}
      </Labelled>
      <Proposals item={item} draft={draft} onShow={onShow} field="category" />
      <Labelled label={t('field.unit')}>
        {(id) => (
          <Choice
            id={id}
            none={t('new.noUnit')}
            value={placement.unitId}
            onChange={(value) => changePlacement({ unitId: value || null })}
            options={units.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Labelled>
      <Attribute draft={draft} />
      <Checkbox
        checked={placement.sensitive}
        onChange={(event) => changePlacement({ sensitive: event.target.checked })}
      >
        {t('metadata.sensitive')}
      </Checkbox>
      <details className="metadata-more">
        <summary>{t('metadata.more')}</summary>
        <Genre draft={draft} />
        <Line label={t('field.subject')} field="subject" {...{ item, draft, onShow }} />
        <Line label={t('field.keywords')} field="keywords" {...{ item, draft, onShow }} />
        <Line label={t('field.summary')} field="summary" {...{ item, draft, onShow }} />
        <SectionChoice draft={draft} />
      </details>
    </section>
  );
}

interface LineProps extends MetadataFormProps {
  label: string;
  field: TextField;
  type?: 'date';
}

function Line({ label, field, type, item, draft, onShow }: LineProps) {
  const value = draft.fields[field] ?? '';
  const change = (text: string) =>
    draft.changeFields({ [field]: text === '' ? null : text } as Partial<Fields>);
  return (
    <>
      <Labelled label={label}>
        {(id) =>
          field === 'summary' ? (
            <Input.TextArea
              id={id}
              autoSize
              maxLength={2000}
              value={value}
              onChange={(e) => change(e.target.value)}
            />
          ) : (
            <input
              id={id}
              className="field"
              type={type ?? 'text'}
              maxLength={type ? undefined : 200}
              max={type ? today() : undefined}
              value={value}
              onChange={(event) => change(event.target.value)}
            />
          )
        }
      </Labelled>
      <Proposals item={item} draft={draft} onShow={onShow} field={field} />
    </>
  );
}

function Genre({ draft }: { draft: Draft }) {
  const { t } = useTexts();
  return (
    <Labelled label={t('field.genre')}>
      {(id) => (
        <Choice
          id={id}
          none={t('metadata.choose')}
          value={draft.fields.genre}
          onChange={(value) => draft.changeFields({ genre: value || null })}
          options={GENRES.map((one) => ({ value: one, label: one }))}
        />
      )}
    </Labelled>
  );
}

function SectionChoice({ draft }: { draft: Draft }) {
  const { t, name } = useTexts();
  return (
    <Labelled label={t('field.section')}>
      {(id) => (
        <Choice
          id={id}
          value={draft.placement.section}
          onChange={(value) => draft.changePlacement({ section: value as Placement['section'] })}
          options={SECTIONS.map((one) => ({ value: one, label: name('section', one) }))}
        />
      )}
    </Labelled>
  );
}

/** The disclosure attribute with its ground: decided here, at the source. */
function Attribute({ draft }: { draft: Draft }) {
  const { t, name, language } = useTexts();
  const { placement, changePlacement } = draft;
  const statute = (draft.fields.formedOn ?? '9') >= '2019-05-15' ? 'OGI2019' : 'OGI2007';
  const grounds = DISCLOSURE_GROUNDS.filter(
    (one) =>
      one.id === placement.ground ||
      ((one.statute === statute || one.statute === 'OGI2019') &&
        one.attributes.some((attribute) => attribute === placement.attribute)),
  );
  return (
    <>
      <Labelled label={t('field.attribute')}>
        {(id) => (
          <Choice
            id={id}
            value={placement.attribute}
            onChange={(value) =>
              changePlacement({ attribute: value as Placement['attribute'], ground: null })
            }
            options={ATTRIBUTES.map((one) => ({ value: one, label: name('attribute', one) }))}
          />
        )}
      </Labelled>
      {placement.attribute === 'proactive' ? null : (
        <>
          <Labelled label={t('field.ground')}>
            {(id) => (
              <Choice
                id={id}
                none={t('metadata.choose')}
                value={placement.ground}
                onChange={(value) => changePlacement({ ground: value || null })}
                options={grounds.map((one) => ({
                  value: one.id,
                  label: `${one.label[language]} · ${one.article}`,
                }))}
              />
            )}
          </Labelled>
          <Labelled label={t('field.groundNote')}>
            {(id) => (
              <Input.TextArea
                id={id}
                autoSize
                maxLength={2000}
                value={placement.groundNote ?? ''}
                onChange={(event) => changePlacement({ groundNote: event.target.value || null })}
              />
            )}
          </Labelled>
        </>
      )}
      {placement.attribute === 'not-disclosed' ? (
        <Labelled label={t('field.reexamineOn')}>
          {(id) => (
            <input
              id={id}
              className="field"
              type="date"
              min={today()}
              value={placement.reexamineOn ?? ''}
              onChange={(event) => changePlacement({ reexamineOn: event.target.value || null })}
            />
          )}
        </Labelled>
      ) : null}
    </>
  );
}
