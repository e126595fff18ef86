/** Passwords that open most doors here: keyboard runs, dates of habit, words of office. Lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
1234567890 0123456789 12345678910 123456789a a123456789 1234567891 9876543210 0987654321 1122334455
123123123123 1231231231 123321123321 5201314520 1314520131 5845201314 7758521521 1357924680 147258369
123456 12345678 123456789 1234567 654321 111111 000000 666666 888888 5201314 woaini woaini1314 woaini520
woaini5201314 qwertyuiop qwerty12345 qwerty123456 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv zaq12wsxcde3
1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 asdfghjkl asdfghjkl; zxcvbnm123 qweasdzxc123 qwe123456789
asd123456789 zxc123456789 abc123456789 abcd123456 abcd1234567 abc1234567 a1234567890 aa123456789 aaa123456789
password password1 password12 password123 password1234 passw0rd123 p@ssw0rd p@ssw0rd123 p@ssword123
administrator administrator1 admin admin123 admin888 admin12345 admin123456 admin1234567 admin12345678
adminadmin admin@123456 admin@1234 root123456 root1234567 test123456 test1234567 user123456 guest123456
huawei@123 huawei12#$ zhongguo zhongguo123 beijing2008 china123456 zhengfu123 zhengfu1234 jiaotong123
jiaotong1234 xinxigongkai gongkai123 xxgk123456 bangongshi bangongshi1 iloveyou123 iloveyou520 letmein1234
welcome123 welcome1234 changeme123 changeme1234 default123 qq123456789 wang123456 zhang123456 li123456789
`
    .trim()
    .split(/\s+/),
);
