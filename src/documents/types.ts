/** Formats a document can have; tables (csv, xlsx) and records (json) are read by their own readers. */
export type DocumentFormat = 'docx' | 'pdf' | 'html' | 'txt' | 'markdown';

/** A file as it arrives. */
export type DocumentInput = { bytes: Uint8Array; fileName: string };

/** Text that is in the file but not in the body a reader sees. Screening must see it too. */
export type ExtraText = {
  where:
    | 'comments'
    | 'footnotes'
    | 'headers'
    | 'tracked-changes'
    | 'hidden'
    | 'properties'
    | 'annotations'
    | 'form-fields'
    | 'attachments'
    | 'links';
  text: string;
};

export const warningCodes = [
  'IMAGE_DROPPED',
  'TRACKED_CHANGES',
  'HIDDEN_TEXT',
  'COMMENTS',
  'EMBEDDED_OBJECT',
  'PAGES_WITHOUT_TEXT',
  'UNREADABLE_CHARACTERS',
  'ENCODING_GUESSED',
  'MACROS',
  'EXTERNAL_CONTENT',
  'ARTICLE_GUESSED',
  'NO_TEXT',
] as const;

export type WarningCode = (typeof warningCodes)[number];

/** What the file says about itself. Instants are UTC ISO 8601. Hostile input like everything else. */
export type DocumentProperties = {
  title?: string;
  author?: string;
  lastModifiedBy?: string;
  company?: string;
  subject?: string;
  keywords?: string;
  description?: string;
  application?: string;
  created?: string;
  modified?: string;
};

/** A document that was read. */
export type ReadDocument = {
  format: DocumentFormat;
  mediaType: string;
  /** SHA-256 of the bytes that arrived, lower-case hex. */
  sha256: string;
  sizeBytes: number;
  /** The document's own title where the file states one (heading, `<title>`), else missing. */
  title?: string;
  /** Sanitised (see sanitiseHtml); tables and images kept, images as data: addresses. */
  html: string;
  /** Plain text of `html`: one paragraph a line, table cells separated by tabs. */
  text: string;
  /** PDF: the plain text of each page. */
  pages?: string[];
  /** HTML: the page's meta tags by name (ArticleTitle, PubDate, ContentSource …). */
  meta?: Record<string, string>;
  properties: DocumentProperties;
  extraTexts: ExtraText[];
  warnings: WarningCode[];
};

/** What one format's reader contributes; readDocument adds the rest. */
export type FormatResult = Pick<
  ReadDocument,
  'title' | 'html' | 'pages' | 'meta' | 'properties' | 'extraTexts' | 'warnings'
> & { text?: string };
