/** What is not written in Japanese here, neither in the tables of words/ nor in the pages. Code is not looked at. */
export const NEVER: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a word that AWS or the glossary says otherwise',
    /クレデンシャル|権限セット|スイッチロール|チェンジセット|アサイン|鍵|サーバサイド|ユーザ(?!ー)|サーバ(?!ー)|ポリシ(?!ー)/,
  ],
  ['politeness that is too much, or somebody blamed', /お客様|ご利用|いたします|申し訳|あなた|不正です/],
  ['a construction that has a shorter form', /することができ|を行うことができ/],
  ['a sign of another width', /[！？（）：；０-９Ａ-Ｚａ-ｚ　]/],
  ['kanji where kana are usual', /下さい|出来る|出来ます|全て|及び|又は|或いは|の為|事が|無い/],
  ['two words for one thing', /ログイン(?!ページ)|検証(?!し直)/],
];

/** Between Japanese and Latin letters or digits there is one space. */
export const WITHOUT_SPACE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー][A-Za-z0-9]|[A-Za-z0-9][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
