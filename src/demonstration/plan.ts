import { type Agenda, after, workday } from './agenda.ts';
import type { CategoryCode, Piece } from './piece.ts';
import { approve, publish, type Site, sendBack, submit, type Walker, write } from './walk.ts';

/** A piece with its place in the year. */
export interface Placed {
  piece: Piece;
  category: CategoryCode;
  formedOn: string;
  publishedOn: string;
  documentNumber: string | null;
}

/** Gives pieces their dates, and numbers in each series in order of the date formed, as an office does. */
export function placePieces(pieces: readonly [CategoryCode, Piece][], year: number): Placed[] {
  const dated = pieces
    .map(([category, piece], order) => ({
      category,
      piece,
      order,
      formedOn: workday(`${year}-${piece.on.slice(0, 2)}-${piece.on.slice(2)}`),
    }))
    .sort((a, b) => (a.formedOn < b.formedOn ? -1 : a.formedOn > b.formedOn ? 1 : a.order - b.order));
  const last = new Map<string, number>();
  return dated.map(({ category, piece, formedOn, order }) => {
    const { series } = piece;
    // Not every document of a series is published: numbers run on with gaps.
    const number = series ? (last.get(series) ?? 0) + 1 + (order % 3) : 0;
    if (series) last.set(series, number);
    return {
      piece,
      category,
      formedOn,
      publishedOn: after(formedOn, piece.days),
      documentNumber: series ? `${series}〔${year}〕${number}号` : null,
    };
  });
}

const RETURNS = [
  '附表合计与正文数字不一致，请核对后重报。',
  '请补充公开依据，并将联系人改为科室固定电话。',
  '标题与文件名称不符，请按印发稿修改。',
  '涉及企业名称请与许可决定书一致，并隐去经办人姓名。',
  '请删去与本件无关的内部会议安排。',
];

/**
 * Enters the whole way of an item from draft to public page: written and handed in on the day it was formed
 * (or later, for a late one), decided by three persons, published by the officer or with the last approval.
 * @param order varies hours, persons and returns, so that the year does not look stamped
 */
export function walkThrough(agenda: Agenda, site: Site, placed: Placed, order: number): Walker {
  const walker: Walker = { id: '' };
  const { formedOn, publishedOn, piece } = placed;
  const day = (count: number) => after(formedOn, Math.min(count, piece.days));
  const minute = (base: number) => String((base + order * 7) % 60).padStart(2, '0');
  const late = piece.days > 20;
  // A late one lay with its unit: that is where the source says the process leaks.
  const writtenOn = late ? day(piece.days - 3) : day(0);
  agenda.add(writtenOn, `08:${minute(5)}`, () => write(site, walker, piece, placed));
  agenda.add(writtenOn, `09:${minute(10)}`, () => submit(site, walker));
  if (order % 23 === 5) {
    const comment = RETURNS[Math.floor(order / 23) % RETURNS.length]!;
    agenda.add(writtenOn, `10:${minute(0)}`, () => sendBack(site, walker, 'unit-head', comment));
    agenda.add(writtenOn, `11:${minute(0)}`, () => submit(site, walker));
  }
  const remaining = late ? 3 : piece.days;
  const stepDay = (part: number) => day((late ? piece.days - 3 : 0) + Math.floor(remaining * part));
  agenda.add(stepDay(0.3), `14:${minute(30)}`, () => approve(site, walker, 'unit-head'));
  agenda.add(stepDay(0.6), `15:${minute(20)}`, () => approve(site, walker, 'secrecy-reviewer'));
  if (order % 3 === 0) {
    agenda.add(publishedOn, `16:${minute(0)}`, () =>
      approve(site, walker, 'approving-leader', { publishAt: 'now', comment: '同意公开。' }),
    );
  } else {
    agenda.add(stepDay(0.9), `16:${minute(0)}`, () => approve(site, walker, 'approving-leader'));
    agenda.add(publishedOn, `17:${minute(0)}`, () => publish(site, walker));
  }
  return walker;
}
