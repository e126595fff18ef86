import type { ThemeConfig } from 'antd';

/** Colours keep the contrast WCAG 2.2 AA asks for (4.5:1 for text), where the library's defaults do not. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4f8f',
    colorPrimaryHover: '#1260a8',
    colorPrimaryActive: '#083d70',
    colorLink: '#0b4f8f',
    colorLinkHover: '#083d70',
    colorSuccess: '#1a7f37',
    colorWarning: '#9a5b00',
    colorError: '#b42318',
    colorInfo: '#0b4f8f',
    colorText: '#1c2430',
    colorTextSecondary: '#475467',
    colorTextTertiary: '#586577',
    colorTextQuaternary: '#667085',
    colorTextPlaceholder: '#667085',
    colorTextDisabled: '#667085',
    colorBorder: '#98a2b3',
    colorBorderSecondary: '#dfe4ea',
    colorWarningBg: '#fff4e0',
    colorWarningBorder: '#e3b261',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#eaa49d',
    colorInfoBg: '#e8f1fa',
    colorInfoBorder: '#a3c3e3',
    colorSuccessBg: '#e7f5ea',
    colorSuccessBorder: '#9fd0ab',
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      '"PingFang SC","Hiragino Sans GB","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif',
    motionDurationSlow: '0.12s',
    motionDurationMid: '0.08s',
  },
  components: {
    Table: { headerBg: '#f3f6f9', cellPaddingBlock: 10 },
    Alert: { defaultPadding: '8px 12px', withDescriptionPadding: '10px 14px', withDescriptionIconSize: 18 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
};
