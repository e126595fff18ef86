import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../texts/index.tsx';
import { extensions } from './extensions.ts';
import { cleanPaste, forEditor } from './paste.ts';
import { Toolbar } from './Toolbar.tsx';

interface RichTextProps {
  /** The text to begin with; later values are not read, the editor owns its text. */
  html: string;
  /** Gives a reader of the text as it stands, so that nothing is written out on every key. */
  onChange: (read: () => string) => void;
  onReady: (editor: Editor | null) => void;
}

/** Where the editor's text stands on the page; null while it is not there. */
export function textOf(editor: Editor | null): HTMLElement | null {
  return editor && !editor.isDestroyed ? editor.view.dom : null;
}

/** Into an empty page the whole is taken as it is; otherwise the first paragraph would lose its alignment. */
function pasteIntoNothing(editor: Editor | null, event: ClipboardEvent): boolean {
  const html = event.clipboardData?.getData('text/html');
  if (!editor?.isEmpty || !html) return false;
  return editor.chain().setContent(cleanPaste(html), { emitUpdate: true }).focus('end').run();
}

/** The text editor: keeps tables and pasted Word content, writes nothing that the sanitiser would take away. */
export function RichText({ html, onChange, onReady }: RichTextProps) {
  const { t } = useTexts();
  const own = useRef<Editor | null>(null);
  const options = useMemo(() => extensions(t('editor.placeholder')), [t]);
  const editor = useEditor(
    {
      extensions: options,
      content: forEditor(html),
      shouldRerenderOnTransaction: false,
      editorProps: {
        transformPastedHTML: cleanPaste,
        handlePaste: (_view, event) => pasteIntoNothing(own.current, event),
        attributes: {
          class: 'document',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('editor.text'),
        },
      },
      onUpdate: ({ editor: changed }) => onChange(() => (changed.isEmpty ? '' : changed.getHTML())),
    },
    [],
  );
  own.current = editor;
  useEffect(() => {
    onReady(editor);
    return () => onReady(null);
  }, [editor, onReady]);
  return (
    <div className="editor">
      <Toolbar editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}
