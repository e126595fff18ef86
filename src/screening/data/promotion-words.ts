/**
 * Words of gambling, pornography and other promotion as intruders put them into government pages. Simplified,
 * lower case; matched on the folded text. Keep each list to its meaning: the weights in ad-chain.ts rest on it.
 */

/** Names that have no business in a government text. */
export const BRANDS = words(`
  金年会 金年会体育 一分快三 大发云 凤凰彩票 彩票2元网 杏彩体育 安博体育 od体育 mk体育 yh体育 天辰平台 麻将胡了2 半岛bob 新澳精准 新奥正版 新奥精准
  太阳成集团 太阳集团 15vip太阳 tyc太阳 太阳集团tyc 澳门太阳集团 vsport 胜利vsport vwin 德赢vwin 德赢体育 188金宝博 yabo888 ob欧宝 鸭脖 鸭脖体育
  bevictor 伟德betvictor betvictor1946 永利yl 银河galaxy 金沙js 威尼斯wns 威尼斯人官网 必赢bwin 必赢56net 美高梅4858 澳门永利 澳门金沙 澳门银河 澳门威尼斯人 澳门皇冠
  bet365 beat365 best365 365bet 365体育 bt365 mobile365 356bet 威廉希尔 williamhill 威廉体育 ladbrokes bwin 必赢亚洲
  betfair 明升体育 m88 188bet 金宝博 12bet 10bet 1xbet 22bet betway betvictor 伟德国际 伟德体育 韦德体育 bv1946 澳门新葡京 新葡京 新葡萄京
  葡京娱乐 葡京赌侠 金沙娱乐 金沙赌场 金沙城中心 永利皇宫 永利娱乐 永利博 银河娱乐城 威尼斯人娱乐 太阳城娱乐 太阳城集团 sunbet 皇冠体育 皇冠现金 皇冠新2 皇冠新二 皇冠正网 皇冠足球 皇冠投注
  hg0088 hga030 亚博体育 亚博app 亚博娱乐 yabo 开云体育 开云app kaiyun 九游会 九游娱乐 ag九游 j9九游 乐鱼体育 乐鱼app leyu 华体会 华体网 hth体育 米兰体育
  milan体育 爱游戏体育 ayx体育 ayx爱游戏 星空体育 xingkong 江南体育 jn体育 南宫体育 南宫娱乐 南宫ng 雷火电竞 雷竞技 raybet rb88 万博体育 万博manbetx
  manbetx 万博app 18luck 新利18 新利体育 沙巴体育 利来国际 利来w66 w66利来 凯发k8 k8凯发 凯发娱乐 凯发国际 凯发体育 利发国际 尊龙凯时 尊龙人生 尊龙体育 凯时kb88
  和记娱乐 和记怡情 环亚娱乐 环亚集团 龙8国际 龙八国际 long8 优发国际 w88 乐天堂 fun88 同乐城 大发体育 大发彩票 大发888 dafabet 大发快三 bodog 易胜博
  pinnacle jbo 泛亚电竞 ob体育 ob真人 欧宝体育 欧宝娱乐 db真人 db体育 bob体育 bob综合 boyu 火狐体育 火狐电竞 半岛体育 博雅体育 天博体育 天博综合 tb体育 m6体育
  m6米乐 千亿体育 千亿国际 千亿娱乐 qy千亿 qy88 球友会 球速体育 beplay ballbet be贝 云开体育 mg电子 mg游戏 pg电子 pg娱乐 pg模拟器 pg赏金 pt老虎机 cq9
  jdb电子 bbin ag真人 ag亚游 亚游集团 ag旗舰 亚美am8 am8亚美 emc体育 emc易倍 易倍体育 天游注册 门徒娱乐 恒达娱乐 摩登娱乐 傲世皇朝 无极荣耀 高德娱乐 焦点娱乐 天辰娱乐
  耀世娱乐 星辉注册 梦之城娱乐 彩神争霸 pk10 幸运飞艇 北京赛车 一肖一码 一肖中特 管家婆一码 曾道人 澳门天天好彩 新奥门 天天好彩 马会资料 白小姐 黄大仙 六合宝典 跑狗图 新奥天天
  虎扑nba 奔驰宝马老虎机 二八杠 麻将胡了 赏金女王 nb88 新博娱乐 菲律宾太阳 大富豪棋牌 开元棋牌 乐游棋牌 天天棋牌 893棋牌 波音娱乐 赌博娱乐 真人百家 tongbao 千亿qy 宝马会
  宝马娱乐 澳博国际 澳博娱乐 蒙特卡罗 蒙特卡洛娱乐 巴黎人娱乐 美高梅娱乐 美高梅mgm 明仕亚洲 乐虎国际 乐百家 老虎国际 齐发国际 鸿运国际 鸿运娱乐 大红鹰 红足一世 足球比分网 90vs 即时比分
  雪缘园 7m体育 捷报比分 体彩投注网 bets10
`);

/** Names that are also places, firms or people: they count only inside a chain of promotion words. */
export const AMBIGUOUS_BRANDS = words(`
  乐竞 德赢 威尼斯 太阳成 雷竞 米博 英皇 博万 澳博 宝博 盈博 千赢 聚星 九州 星辰 传奇 必发 摩登
  金沙 银河 皇冠 开云 永利 太阳城 米兰 大发 万博 亚博 伟德 韦德 利来 尊龙 和记 环亚 优发 巴黎人 威尼斯人 美高梅 葡京 爱游戏 南宫 雷火 火狐 博雅 天博 欧宝 乐鱼 九游 必博 必赢 云顶 明仕
  明升 博乐 千亿 澳博 平博 鼎博 鸿运 乐橙 竞技宝 爱彩 盈彩 新奥 乐彩 天游 银河国际 新宝 拉菲 博天堂 彩神 龙8 龙八 必发 博发 博亿 立博 明陞 必威 金沙集团 申博 亚搏 凯发 优德 博狗 易博
  竞博 爱博 博鱼 半岛综合 米乐 千赢 贝博 贝搏 云顶集团 云顶国际 杏彩 沐鸣 蓝冠 恒行 万恒 杏耀 杏鑫 三肖 特码 新澳门 金花 百家乐 龙虎斗 森林舞会 申慱 波音平台 通博 鸿博 球探
`);

/** Short names in Latin letters or digits; whole tokens only. */
export const LATIN_ALIASES = words(`
  365 j9 k8 w66 hth ayx js bb ag mg pg pt ob db jn ng ky tb m6 b体育 hg w88 m88 fun88 yb vns bbin mgm emc am8 z6
  jbo qy long8 d88 v8 t8 x7 ku ky体育 k体育 c7
`);

/** What is sold: nouns of gambling. */
export const GAMBLING_NOUNS = words(`
  精准资料 正版资料 免费资料大全 资料大全 今晚必中 必中一肖 开奖记录 六合资料 平特一肖 澳彩资料 澳门资料 内部精准 香港六合
  博彩 菠菜 赌场 赌钱 老虎机 娱乐城 娱乐场 真人视讯 真人娱乐 真人荷官 视讯直播 电子游艺 体育投注 投注 下注 买球 赌球 足球外围 外围网 盘口 赔率 棋牌 德州扑克 捕鱼游戏 购彩 彩票网 彩票平台
  彩票app 彩票官网 送彩金 彩金 白菜网 首存 首充 返水 洗码 代理加盟 上分 下分 提款秒到 不给出款 充值秒到 试玩 免费试玩 包赢 稳赚 赌侠 信誉平台 信誉安全 现金网 电竞投注 电竞竞猜 赌网
  快三平台 极速赛车 重庆时时彩 时时彩 11选5平台 六合彩 炸金花 斗牛平台 牛牛平台 轮盘赌 捕鱼达人 捕鱼王 真钱 滚球 竞猜平台 开奖直播 内部资料大全
`);

/** Words that both news of police work and promotion use: little weight. */
export const PLAIN_GAMBLING = words(`
  赌博 澳门 奥门 彩票 竞猜 外围 快三 竞彩 被黑 菲律宾 拉斯维加斯 电竞 电游 电子
`);

/** What the reader is to do: where to go, sign in, load. */
export const CALLS = words(`
  官网 首页 主页 官方网站 官方网 网址 入口 登录 登陆 注册 开户 下载 安装 app 手机版 网页版 客户端 安卓版 苹果版 ios 最新版 线路检测 备用 手游 官方版 免费版 网投 登入 直营
`);

/** Words of the same use that government prose is full of; they say little beside a doubtful name. */
export const WEAK_CALLS = words(`
  十大 平台 网站 大全 在线客服 手机端 链接 地址 代理
`);

/** What a doubtful name becomes a gambling brand with: 米兰体育, 银河娱乐. */
export const TRADES = words(`
  体育 娱乐 电竞 真人 体育娱乐 棋牌娱乐 彩票娱乐
`);

/** Padding that chains are built with. */
export const PADDING = words(`
  投注站 投注中心 投注机 投注终端 博彩监察 娱乐场所 娱乐场馆
  国际 集团 有限公司 中国 亚洲 欧洲 英国 大陆 香港 特区 在线 官方 最新 全站 正规 排行 排名 推荐 怎么办 手机 综合 游戏 电脑版 版 新版 唯一 指定 足球 篮球 世界杯 欧洲杯 网 业 第一
  信誉 安全 优惠 热线 服务 中心 免费 网上 网络 线上 赞助商 直播 公司 导航
`);

/** Pornography: words without another reading. */
export const PORN_STRONG = words(`
  国产精品 久久精品 久久久久 精品久久 无码视频 无码av 中文字幕无码 成人视频 成人网站 成人av 成人影院 成人电影 日韩av 国产av 亚洲av 欧美av 黄色网站 黄色视频 黄片 毛片 三级片 裸聊 约炮
  一夜情 楼凤 人妻 熟女 少妇 麻豆传媒 麻豆视频 麻豆 菠萝视频 草莓视频 香蕉视频 丝瓜视频 秋葵视频 芭乐视频 茄子视频 樱桃视频 向日葵视频 小蝌蚪视频 午夜福利 福利姬 福利视频 精品视频在线 av在线
  av女优 av天堂 av网站 91自拍 91视频 91porn 91国产 国产自拍 自拍偷拍 偷拍自拍 激情视频 激情小说 色情 情色 淫荡 肉番 里番 同城约 色综合 久草 草榴 日日夜夜 天天操 强奸视频
  伊人久久 色蜜蜜 黑料网 51黑料 吃瓜网 免费看片 看片网 成版人 污视频 黄瓜视频 小黄片 爽片
`);

/** Parts that no innocent row of words holds: one must be there when no strong word is. */
export const PORN_TELLING: ReadonlySet<string> = new Set(
  words(`
  久久 无码 有码 乱码 av 自拍 偷拍 午夜 激情 一区二区 一区二区三区 高潮
`),
);

/** Parts of such chains that mean nothing alone. */
export const PORN_WEAK = words(`
  国产 精品 久久 无码 有码 一区 二区 三区 欧美 日韩 亚洲 乱码 中文字幕 高清 视频 在线 免费 观看 在线观看 播放 午夜 激情 自拍 偷拍 av 4k 影院 一区二区三区 一区二区 亚洲欧美 欧美亚洲
  日韩欧美 欧美日韩 美女 成人 高潮 黄色
`);

/** Illegal services; they count beside a contact. */
export const ILLEGAL_SERVICES = words(`
  代开发票 代开增值税 办证刻章 刻章办证 办假证 办理假证 代办文凭 文凭代办 代孕 代孕公司 迷药 迷魂药 催情 枪支出售 私服 外挂 刷单兼职 兼职刷单
  无抵押贷款 秒批贷款 黑户贷款 信用卡套现 花呗套现 usdt 泰达币 洗钱 跑分平台 翻墙软件 翻墙vpn 代写论文 论文代写 四六级答案 出售答案
`);

/** Signs that the text reports or forbids the thing. */
export const ENFORCEMENT =
  /打击|严打|查处|查获|查禁|整治|治理|取缔|涉赌|禁赌|反赌|反诈|诈骗|违法|犯罪|非法|案件|处罚|抓获|警惕|防范|关停|封堵|捣毁|侦破|刑事|民警|警方|缴获|检察|起诉|判处|扫黄|谨防|勿信|拒绝|举报|监管|监察|禁止|严禁|清理|排查|暗链|篡改|拘留/;

/** Signs of the lawful state lottery. */
export const LAWFUL_LOTTERY =
  /福利彩票|体育彩票|福彩|体彩|公益金|彩票管理|彩票发行|财政部门|彩票市场|大乐透|双色球|休市/;

function words(list: string): readonly string[] {
  return [...new Set(list.split(/\s+/).filter(Boolean))];
}
