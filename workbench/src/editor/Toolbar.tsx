import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type TextKey, useTexts } from '../texts/index.tsx';
import { type Drawing, Icon } from './icons.tsx';

interface Tool {
  text: `editor.${Drawing}` & TextKey;
  run: (chain: ChainedCommands) => ChainedCommands;
  active?: (editor: Editor) => boolean;
  enabled?: (editor: Editor) => boolean;
}

const inTable = (editor: Editor) => editor.isActive('table');
const align = (textAlign: 'left' | 'center' | 'right'): Tool => ({
  text: `editor.${textAlign}`,
  run: (chain) =>
    chain.updateAttributes('paragraph', { textAlign }).updateAttributes('heading', { textAlign }),
  active: (editor) => editor.isActive({ textAlign }),
});
const heading = (level: 2 | 3): Tool => ({
  text: level === 2 ? 'editor.heading2' : 'editor.heading3',
  run: (chain) => chain.toggleHeading({ level }),
  active: (editor) => editor.isActive('heading', { level }),
});

const GROUPS: Tool[][] = [
  [
    { text: 'editor.undo', run: (c) => c.undo(), enabled: (e) => e.can().undo() },
    { text: 'editor.redo', run: (c) => c.redo(), enabled: (e) => e.can().redo() },
  ],
  [heading(2), heading(3)],
  [
    { text: 'editor.bold', run: (c) => c.toggleBold(), active: (e) => e.isActive('bold') },
    {
      text: 'editor.italic',
      run: (c) => c.toggleItalic(),
      active: (e) => e.isActive('italic'),
    },
    {
      text: 'editor.underline',
      run: (c) => c.toggleUnderline(),
      active: (e) => e.isActive('underline'),
    },
  ],
  [align('left'), align('center'), align('right')],
  [
    {
      text: 'editor.bullets',
      run: (c) => c.toggleBulletList(),
      active: (e) => e.isActive('bulletList'),
    },
    {
      text: 'editor.numbers',
      run: (c) => c.toggleOrderedList(),
      active: (e) => e.isActive('orderedList'),
    },
    {
      text: 'editor.quote',
      run: (c) => c.toggleBlockquote(),
      active: (e) => e.isActive('blockquote'),
    },
  ],
  [
    {
      text: 'editor.table',
      run: (c) => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
      enabled: (e) => !inTable(e),
    },
    { text: 'editor.rowAfter', run: (c) => c.addRowAfter(), enabled: inTable },
    { text: 'editor.columnAfter', run: (c) => c.addColumnAfter(), enabled: inTable },
    { text: 'editor.rowDelete', run: (c) => c.deleteRow(), enabled: inTable },
    { text: 'editor.columnDelete', run: (c) => c.deleteColumn(), enabled: inTable },
    { text: 'editor.mergeCells', run: (c) => c.mergeOrSplit(), enabled: inTable },
    { text: 'editor.tableDelete', run: (c) => c.deleteTable(), enabled: inTable },
  ],
];

export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useTexts();
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      GROUPS.map((tools) =>
        tools.map((tool) => [tool.active?.(now) ?? null, tool.enabled?.(now) ?? true] as const),
      ),
  });
  return (
    <div className="toolbar" role="toolbar" aria-label={t('editor.toolbar')}>
      {GROUPS.map((tools, group) => (
        <span key={tools[0]!.text} className="tool-group">
          {tools.map((tool, index) => {
            const [active, enabled] = state[group]![index]!;
            return (
              <button
                key={tool.text}
                type="button"
                title={t(tool.text)}
                aria-label={t(tool.text)}
                {...(active === null ? {} : { 'aria-pressed': active })}
                disabled={!enabled}
                onClick={() => tool.run(editor.chain().focus()).run()}
              >
                <Icon of={tool.text.slice('editor.'.length) as Drawing} />
              </button>
            );
          })}
        </span>
      ))}
    </div>
  );
}
