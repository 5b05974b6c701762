/** Given names of Africa south of the Sahara. */
export const AFRICAN_GIVEN_NAMES: readonly string[] = `
Abdallah Abdirahman Abdou Abdulla Abdulrahman Abena Abimbola Abiola Abioye Abosede Achieng Adama Adanna Adaora Adebola Adedayo Adefemi Adeola
Adesola Adetola Adetoun Adeyinka Adjoa Adunni Afia Afua Aishatu Aissatou Ajani Akachi Akinwale Akinyi Akosua Akua Akunna Akwasi Alhaji Alieu
Amadou Amaka Amarachi Ama Aminata Aminu Amma Anan Anesu Anyango Aondover Arinze Asabe Asantewaa Ashanti Assefa Atieno Awa Awino Ayaan Ayana Ayanda
Ayomide Ayotunde Azubuike Babatunde Baraka Bayo Binta Bolaji Bolanle Bongani Boitumelo Bukola Busisiwe Chibueze Chibuike Chibuzo Chidera
Chidiebere Chidinma Chidozie Chiedza Chika Chike Chima Chimamanda Chinasa Chinaza Chinelo Chinenye Chinonso Chinwe Chinyere Chipo Chisom Chizoba
Chukwudi Chukwuma Dada Damilola Dayo Desta Dikembe Dineo Diallo Djamila Dumisani Ebere Ebo Ebuka Edem Ejike Ekaette Ekow Enitan Enyinnaya Eshe Esi
Ezinne Fadhili Farai Fatou Fatoumata Fela Fikile Folasade Fode Funke Funmi Funmilayo Gamal Gathoni Gaoussou Gifty Gugu Hadiza Haile Halima Haruna
Hassana Hawa Hawi Ibrahima Idris Idrissa Ige Ijeoma Ikechukwu Imani Isioma Issa Itoro Iyabo Jabari Jabulani Jelani Jide Jumoke Kagiso Kamene
Kayode Keabetswe Kebede Khadijah Khalifa Khumo Kiprono Kojo Kolade Korede Kudzai Kudzanai Kunle Kwadwo Kwaku Kwesi Lamin Lesedi Letlotlo Lindani
Lungile Mamadou Mansa Mariama Matlhodi Mbali Mekonnen Melaku Modou Mohamadou Moussa Mthunzi Mumbi Muthoni Mwende Mwikali Naledi Namono Nana Ndidi
Neema Njeri Nkem Nkiruka Nkosana Nnenna Nobuhle Nokuthula Nolwazi Nomvula Nonso Nonhlanhla Ntombi Ntsiki Nwachukwu Nyambura Nyasha Nyokabi Obi
Obioma Odion Ogechi Okechukwu Olabisi Oladipo Olajide Olamide Olanrewaju Olaniyi Olayinka Olu Oluchi Olufemi Olufunke Olusegun Oluwafemi Oluwaseyi
Oluwatobi Omolara Omotola Onyeka Onyinye Osagie Ousmane Palesa Panashe Pape Pemba Phumzile Rafiatou Refilwe Rotimi Rudo Rufaro Rutendo Ruvimbo
Saidu Salif Salimata Sanaa Sekou Selam Selamawit Sello Seun Seydou Shaka Sibongile Sibusiso Simphiwe Siyabonga Sizwe Sola Solape Tadesse Tafadzwa
Taiwo Takudzwa Tatenda Tawanda Tebogo Tendai Tendayi Thandeka Thandi Themba Thembi Thulani Tinashe Tinotenda Titilayo Tobi Tochukwu Tola Tolu Tomi
Tope Toyin Tsepo Tsholofelo Uchenna Ugochi Ugonna Unathi Uzoma Vusi Wanjiru Wairimu Wanza Winta Wole Xola Xolani Yaa Yejide Yemi Yetunde Yohannes
Zandile Zawadi Zinhle Zuberi`
  .trim()
  .split(/\s+/);
