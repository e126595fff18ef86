import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../texts/index.tsx';

interface Tool {
  text: TextKey;
  face: ReactNode;
  run: (chain: ChainedCommands) => ChainedCommands;
  active?: (editor: Editor) => boolean;
  enabled?: (editor: Editor) => boolean;
}

const inTable = (editor: Editor) => editor.isActive('table');
const align = (textAlign: string, face: string, text: TextKey): Tool => ({
  text,
  face,
  run: (chain) =>
    chain.updateAttributes('paragraph', { textAlign }).updateAttributes('heading', { textAlign }),
  active: (editor) => editor.isActive({ textAlign }),
});
const heading = (level: 2 | 3): Tool => ({
  text: level === 2 ? 'editor.heading2' : 'editor.heading3',
  face: level === 2 ? 'H1' : 'H2',
  run: (chain) => chain.toggleHeading({ level }),
  active: (editor) => editor.isActive('heading', { level }),
});

const GROUPS: Tool[][] = [
  [
    { text: 'editor.undo', face: '↶', run: (c) => c.undo(), enabled: (e) => e.can().undo() },
    { text: 'editor.redo', face: '↷', run: (c) => c.redo(), enabled: (e) => e.can().redo() },
  ],
  [heading(2), heading(3)],
  [
    { text: 'editor.bold', face: <b>B</b>, run: (c) => c.toggleBold(), active: (e) => e.isActive('bold') },
    {
      text: 'editor.italic',
      face: <i>I</i>,
      run: (c) => c.toggleItalic(),
      active: (e) => e.isActive('italic'),
    },
    {
      text: 'editor.underline',
      face: <u>U</u>,
      run: (c) => c.toggleUnderline(),
      active: (e) => e.isActive('underline'),
    },
  ],
  [
    align('left', '⇤', 'editor.left'),
    align('center', '↔', 'editor.center'),
    align('right', '⇥', 'editor.right'),
  ],
  [
    {
      text: 'editor.bullets',
      face: '•≡',
      run: (c) => c.toggleBulletList(),
      active: (e) => e.isActive('bulletList'),
    },
    {
      text: 'editor.numbers',
      face: '1≡',
      run: (c) => c.toggleOrderedList(),
      active: (e) => e.isActive('orderedList'),
    },
    {
      text: 'editor.quote',
      face: '❝',
      run: (c) => c.toggleBlockquote(),
      active: (e) => e.isActive('blockquote'),
    },
  ],
  [
    {
      text: 'editor.table',
      face: '▦',
      run: (c) => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
      enabled: (e) => !inTable(e),
    },
    { text: 'editor.rowAfter', face: '▦↓', run: (c) => c.addRowAfter(), enabled: inTable },
    { text: 'editor.columnAfter', face: '▦→', run: (c) => c.addColumnAfter(), enabled: inTable },
    { text: 'editor.rowDelete', face: '▦−', run: (c) => c.deleteRow(), enabled: inTable },
    { text: 'editor.columnDelete', face: '▦|−', run: (c) => c.deleteColumn(), enabled: inTable },
    { text: 'editor.mergeCells', face: '⊞', run: (c) => c.mergeOrSplit(), enabled: inTable },
    { text: 'editor.tableDelete', face: '▦×', run: (c) => c.deleteTable(), enabled: inTable },
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
                {tool.face}
              </button>
            );
          })}
        </span>
      ))}
    </div>
  );
}
