/** Given names of Israel, the Caucasus and Central Asia. */
export const LEVANTINE_GIVEN_NAMES: readonly string[] = `
Adi Ahava Akiva Amnon Anat Arik Assaf Atara Avigail Avital Avner Baruch Batya Benzion Boaz Bracha Carmit Chana Chava Dafna Danit Devorah Dror
Dvora Efrat Einat Elad Elan Eliezer Elior Elisheva Erez Eyal Faige Gadi Galit Galia Gavriel Gershon Gila Gili Golan Hadar Hagit Haim Hila Idan Ido
Ilan Inbal Irit Itamar Itzik Keren Lavi Liora Liron Maayan Malka Maor Matan Mayan Meir Menachem Merav Miri Mordechai Nadav Naama Naftali Natan
Nava Neta Nira Nissim Nitzan Nurit Ofir Ohad Omri Orit Orly Oren Pinchas Raanan Raz Reut Ronen Ronit Roni Rotem Sagi Sapir Sarit Segal Shaked
Shalom Shaul Sharona Shimon Shiri Shlomi Shmuel Shula Sigal Simcha Smadar Tali Tamir Tirza Tomer Tova Tsipi Tzvi Udi Uriel Uzi Vered Yaffa Yair
Yaniv Yarden Yaron Yehudit Yigal Yishai Yochanan Yoel Yonatan Yoni Yossi Yuval Zeev Zehava Zipora Zvi Anahit Ani Aram Ararat Armen Armine Arsen
Arshak Artak Ashot Avetis Gagik Garik Gayane Gevorg Hakob Hasmik Hayk Hovhannes Karine Levon Lilit Lusine Mesrop Mher Nare Narek Nune Ruzanna
Samvel Sargis Siranush Sona Suren Tatev Tigran Vahan Vahe Vardan Vartan Zaven Aleko Archil Avtandil Beka Besik Eka Eteri Giga Giorgi Gocha Goga
Guram Ilia Irakli Ketevan Khatuna Lali Lasha Levan Mamuka Manana Mikheil Natia Nato Nika Nodar Nugzar Otar Salome Shalva Sopio Tamaz Tamta Temur
Tengiz Vakhtang Zaza Zurab Aibek Aigul Aizhan Almaz Asel Azamat Bakyt Bolat Botir Dilnoza Dilshod Erlan Gulnara Jamshed Kairat Madina Marat
Nargiza Nurlan Nursultan Olim Otabek Rustem Saule Shavkat Sherzod Ulugbek Yerlan Zarina Zhanar`
  .trim()
  .split(/\s+/);
