/** Given names of Japan, China, Vietnam, South East Asia and Polynesia, a paragraph each; short syllables are left out. */
export const EAST_ASIAN_GIVEN_NAMES: readonly string[] = `
Aiko Akane Akemi Akihiko Akihiro Arata Atsuko Ayame Azusa Chie Chihiro Chikako Chiyo Daichi Daigo Daiki Eiji Eiko Etsuko Genji Hanae Haru Haruko
Hayato Hideaki Hideko Hikari Hinata Hiro Hiroaki Hisashi Hitomi Honoka Itsuki Izumi Kaede Kanae Kanako Kanna Kaoru Kasumi Katsuo Kazue Kazuhiko
Kazuhiro Kazuya Keiichi Keiji Kentaro Kenzo Kiyoko Kiyomi Kohei Kosuke Kota Kotaro Kunio Machiko Madoka Maiko Maki Makiko Mamoru Masami Masanori
Masaru Masayuki Mayuko Michio Mieko Mikio Minami Mitsuko Mitsuru Miwa Miya Miyako Mizuki Momoka Nanako Nanami Naoto Naoya Natsuko Natsumi Nobuyuki
Norio Noriyuki Riko Risa Ryohei Ryoichi Ryoko Ryuichi Ryuji Saburo Sanae Satomi Seiichi Seiji Seiko Shiho Shinobu Shiori Shogo Shoichi Shuichi
Shuji Shunsuke Sota Sumiko Suzu Tadao Taiga Takahiro Takayuki Takeru Takuma Tamaki Tamiko Tatsuo Teruo Tomohiro Tomoya Toshiaki Toshiyuki Tsubasa
Tsuyoshi Wakana Yasuhiro Yasushi Yoshie Yoshiaki Yoshihiro Yoshimi Yoshito Yota Yuika Yuji Yukie Yuma Yuriko Yuuki
Aiguo Baozhong Bingwen Changming Chaoxiang Chengyu Chunyan Dapeng Dongmei Fengyi Guofeng Guoliang Guoqiang Guowei Haiyan Hongmei Hongwei Huan
Huifang Huilin Jiahao Jiahui Jiaming Jianhua Jianjun Jianping Jianwei Jiaqi Jiaying Jiawei Jingjing Jingyi Jinhua Jinping Junwei Kaiming Lanfen
Lijuan Lijun Lingling Liping Liwei Longwei Meifeng Meihui Meili Meixiang Mingzhu Minghua Mingyu Qianru Qiuyue Ruolan Ruoxi Shanshan Shaoqing
Shihong Shiyu Shufen Shuang Shuo Shuyi Sisi Tingting Weidong Weijie Weimin Weiwei Weiping Wenbin Wenjing Wenwen Wenyan Xiangyu Xiaobo Xiaochen
Xiaodong Xiaofang Xiaofeng Xiaohui Xiaojing Xiaojun Xiaolan Xiaolin Xiaomei Xiaoping Xiaowei Xiaoyan Xiaoyu Ximing Xing Xinyu Xiulan Xiumei
Xuefeng Xuemei Xueqin Yanan Yanfei Yanhong Yanli Yaping Yawen Yifan Yihan Yijun Yiming Yingjie Yingying Yongqiang Yuanyuan Yuexin Yulan Yuling
Yumei Yuhan Yunfei Yunxia Yutong Yuqi Yuxi Yuxin Zedong Zehua Zhengyu Zhenhua Zhigang Zhihao Zhiming Zhiwei Zhiyuan Zihao Zimo Ziyang
Binh Bích Chau Châu Cuong Cường Diep Diễm Dieu Dương Hằng Hanh Hien Hiền Hiep Hoàng Hồng Huyen Huyền Khai Khang Khoa Khoi Khôi Kiet Kiên Liên Ngan
Ngân Nghia Nghĩa Nhan Oanh Phat Phúc Quân Quốc Quyen Quỳnh Thái Thắng Thành Thien Thiện Thinh Thuan Thuc Thúy Tiến Toan Toàn Truc Tung Tùng Tuyen
Tuyết Uyen Xuân
Abram Achmad Agung Aisyah Aminah Anggun Apisit Apinya Arifin Asep Azizah Aznul Bambang Cahya Chaiwat Chanida Cherdchai Corazon Dangal Datu Dedi
Dian Dinda Djoko Endang Fajar Fitri Gede Hafiz Hartono Hasnah Hendra Heru Indra Intan Irwan Isyana Iwan Jaturong Jejomar Kadek Kamon Kanya Kartika
Kanokwan Kittisak Komang Krit Lestari Liezel Ligaya Malai Naruemon Narong Natthaphon Ngurah Nisa Norhayati Novita Nuraini Nurul Nyoman Pakpao
Panya Parichat Patcharee Phichit Pichaya Pimchanok Piyawat Pornthip Prasert Prawat Preecha Priyono Putu Rahmat Rahayu Reynaldo Rini Rizki Rizky
Rodel Romel Rosnah Sakda Sakchai Sanjaya Sasithorn Slamet Somkiat Suchart Suda Sudarat Sumalee Sunan Suparman Supaporn Sutrisno Suwanna Thanakorn
Thaksin Thanawat Thongchai Titin Ujang Vichai Wahyu Wanchai Wati Wawan Wichai Widodo Wirat Yanti Yudi Yuli Yusof Zainal Zulkifli
Aroha Anahera Hemi Hinemoa Hone Kiri Manaaki Marama Ngaio Ngaire Nikau Rangi Rawiri Tane Tangaroa Tāne Wiremu Alofa Fetu Filipo Ioane Kahale
Kahealani Kailani Kainoa Kalani Kaleo Kamaka Keahi Keoni Kealoha Leilani Losa Makana Mele Nalani Noelani Sione Tavita Tevita Viliami`
  .trim()
  .split(/\s+/);
