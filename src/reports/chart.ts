import { crc32, deflateSync } from 'node:zlib';
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, SVGRenderer]);

const RED = '#9f1d16';

/**
 * A bar chart of counts as an SVG element, drawn on the server.
 * @param alt what a reader who does not see it is told
 */
export function barChart(counts: Readonly<Record<string, number>>, alt: string): string {
  const names = Object.keys(counts);
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: 640,
    height: 40 + 44 * Math.max(1, names.length),
  });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'sans-serif', fontSize: 14 },
    grid: { left: 170, right: 50, top: 10, bottom: 30 },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: '#444' } },
    yAxis: { type: 'category', inverse: true, data: names, axisLabel: { color: '#222', fontSize: 14 } },
    series: [
      {
        type: 'bar',
        barWidth: 22,
        itemStyle: { color: RED },
        data: Object.values(counts),
        label: { show: true, position: 'right', color: '#222' },
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  const head = `<svg role="img" aria-label="${escapeHtml(alt)}" style="max-width:100%;height:auto"`;
  return svg.replace('<svg', head);
}

/** Text as it may stand in HTML, attributes included. */
export function escapeHtml(text: string): string {
  const entity: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entity[sign]!);
}

/**
 * One bar as a PNG of a single colour: what stands in an item's text and in a Word file, where no SVG may.
 * @param width in pixels, at least 1
 */
export function barImage(width: number, height = 14): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a pixel, palette of one colour; each row is a filter byte and zeros.
  header.set([1, 3, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(RED.slice(1), 'hex')),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
