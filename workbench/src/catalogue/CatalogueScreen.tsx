import { Button, Checkbox, Form, Input, InputNumber, Modal, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CategoryView } from '../../../src/information/contract.ts';
import { patch, post } from '../api.ts';
import { CATEGORIES_KEY, useCategories } from '../items/api.ts';
import { inOrder } from '../items/categories.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Page } from '../ui/Page.tsx';
import { Failure, Nothing, Ready } from '../ui/States.tsx';
import { useAct } from '../ui/useAct.ts';

/** The catalogue's categories with what is published in each. */
export default function CatalogueScreen() {
  const { t } = useTexts();
  const { agency, can } = useSignedIn();
  const reading = useCategories(agency?.id);
  const [edited, setEdited] = useState<CategoryView | 'new' | null>(null);
  if (!agency) return <Nothing title={t('app.noAgency')} />;
  const manages = can('catalogue.manage', agency.id);
  return (
    <Page
      title={t('catalogue.title')}
      lead={t('catalogue.lead', { agency: agency.name })}
      actions={
        manages ? (
          <Button type="primary" onClick={() => setEdited('new')}>
            {t('catalogue.add')}
          </Button>
        ) : null
      }
    >
      <Ready of={reading}>
        {(categories) => (
          <>
            <Categories categories={categories} onEdit={manages ? setEdited : null} />
            {edited ? (
              <CategoryDialogue
                agencyId={agency.id}
                category={edited === 'new' ? null : edited}
                categories={categories}
                onClose={() => setEdited(null)}
              />
            ) : null}
          </>
        )}
      </Ready>
    </Page>
  );
}

interface CategoriesProps {
  categories: readonly CategoryView[];
  onEdit: ((category: CategoryView) => void) | null;
}

function Categories({ categories, onEdit }: CategoriesProps) {
  const { t, language } = useTexts();
  return (
    <Table
      rowKey={({ category }) => category.id}
      size="middle"
      pagination={false}
      dataSource={inOrder(categories)}
      locale={{ emptyText: <Nothing title={t('catalogue.none')} next={t('catalogue.noneNext')} /> }}
      columns={[
        {
          title: t('catalogue.name'),
          render: (_, { category, depth }) => (
            <span style={{ paddingInlineStart: depth * 24 }}>
              {(language === 'en' && category.nameEn) || category.name}
              {category.active ? null : <span className="mark">{t('common.inactive')}</span>}
            </span>
          ),
        },
        { title: t('catalogue.code'), render: (_, { category }) => category.code, width: 160 },
        { title: t('catalogue.indexClass'), render: (_, { category }) => category.indexClass, width: 140 },
        {
          title: t('catalogue.published'),
          align: 'right',
          width: 120,
          render: (_, { category }) => (
            <Link to={`/items?agency=${category.agencyId}&category=${category.id}&state=published`}>
              {category.publishedCount}
            </Link>
          ),
        },
        ...(onEdit
          ? [
              {
                title: <span className="unseen">{t('common.actions')}</span>,
                key: 'edit',
                width: 90,
                render: (_: unknown, { category }: { category: CategoryView }) => (
                  <Button size="small" onClick={() => onEdit(category)}>
                    {t('common.edit')}
                    <span className="unseen"> {category.name}</span>
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

interface CategoryDialogueProps {
  agencyId: string;
  category: CategoryView | null;
  categories: readonly CategoryView[];
  onClose: () => void;
}

type Typed = Pick<
  CategoryView,
  'parentId' | 'code' | 'name' | 'nameEn' | 'indexClass' | 'position' | 'active'
>;

const EMPTY: Typed = {
  parentId: null,
  code: '',
  name: '',
  nameEn: '',
  indexClass: '',
  position: 0,
  active: true,
};

function CategoryDialogue({ agencyId, category, categories, onClose }: CategoryDialogueProps) {
  const { t } = useTexts();
  const [form] = Form.useForm<Typed>();
  const save = useAct({
    run: (typed: Typed) => {
      const body = { ...typed, agencyId, parentId: typed.parentId || null };
      return category ? patch(`/categories/${category.id}`, body) : post('/categories', body);
    },
    renews: [CATEGORIES_KEY],
    done: t('common.saved'),
    onDone: onClose,
    onError: () => {},
  });
  const parents = inOrder(categories)
    .filter((one) => one.category.id !== category?.id)
    .map((one) => ({ value: one.category.id, label: `${'　'.repeat(one.depth)}${one.category.name}` }));
  const required = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={category ? t('catalogue.edit') : t('catalogue.add')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {save.error ? <Failure error={save.error} /> : null}
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={category ?? EMPTY}
        onFinish={(typed) => save.mutate(typed)}
        requiredMark={false}
      >
        <Form.Item name="name" label={t('catalogue.name')} rules={required}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="nameEn" label={t('catalogue.nameEn')}>
          <Input maxLength={100} lang="en" />
        </Form.Item>
        <Form.Item name="code" label={t('catalogue.code')} rules={required}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="indexClass"
          label={t('catalogue.indexClass')}
          extra={t('catalogue.indexClassHelp')}
          rules={[{ required: true, pattern: /^\d{2,4}$/, message: t('catalogue.indexClassHelp') }]}
        >
          <Input maxLength={4} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="parentId" label={t('catalogue.parent')}>
          <Choice none={t('catalogue.top')} options={parents} />
        </Form.Item>
        <Form.Item name="position" label={t('catalogue.position')}>
          <InputNumber min={0} max={9999} precision={0} />
        </Form.Item>
        <Form.Item name="active" valuePropName="checked">
          <Checkbox>{t('catalogue.active')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
