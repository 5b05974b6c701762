/** Family names before which two syllables of Pinyin are a given name. */
const FAMILY_NAMES = new Set(
  `Zhang Wang Li Chen Liu Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Lyu Ding Ren Shen Yao Lai Jin Qian Qin Tan
   Liao Zou Xiong Meng Bai Qiu Hou Jia Xia Fu Fang Shi Gu Shao Wan Qi Hao Mao Gong Hong Dai Mo Long Lei Kong Tao Yin Wen Yan Duan Chang`.split(
    /\s+/,
  ),
);
const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)';
const GIVEN_NAME = new RegExp(`^(?=[A-Z])${SYLLABLE}${SYLLABLE}$`, 'i');

/** Whether the word behind a family name is two syllables of Pinyin: `Zhang Yuqing`, which ends as ordinary words do. */
export function isPinyinName(family: string, given: string): boolean {
  return FAMILY_NAMES.has(family) && GIVEN_NAME.test(given);
}
