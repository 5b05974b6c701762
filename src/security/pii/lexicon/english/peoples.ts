/** Nationalities, peoples, religions and political groups, capitalised; their plurals in -s are understood. */
export const PEOPLES: readonly string[] = `
Afghan Albanian Algerian American Andorran Angolan Arab Arabian Argentine Argentinian Armenian Asian Australian Austrian Azerbaijani Bahraini Bangladeshi Basque Belarusian Belgian Bengali Bolivian Bosnian Botswanan Brazilian British
Briton Bulgarian Burmese Cambodian Cameroonian Canadian Catalan Chadian Chilean Chinese Colombian Congolese Croatian Croat Cuban Cypriot Czech Dane Danish Dominican Dutch Dutchman Ecuadorian Egyptian Emirati English Englishman
Eritrean Estonian Ethiopian European Fijian Filipino Filipina Finn Finnish Frenchman French Frenchwoman Gabonese Gambian Georgian German Ghanaian Greek Guatemalan Guinean Guyanese Haitian Honduran Hungarian Icelander Icelandic Indian
Indonesian Iranian Iraqi Irish Irishman Israeli Italian Ivorian Jamaican Japanese Jordanian Kazakh Kenyan Korean Kosovar Kurd Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan Lithuanian Luxembourgish Macedonian Malagasy
Malawian Malaysian Malay Maldivian Malian Maltese Mauritanian Mauritian Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian Norwegian Omani Pakistani Palestinian Panamanian
Paraguayan Persian Peruvian Polish Pole Portuguese Punjabi Qatari Romanian Russian Rwandan Salvadoran Samoan Saudi Scot Scottish Scotsman Senegalese Serb Serbian Singaporean Slav Slavic Slovak Slovakian Slovene Slovenian Somali
Spaniard Spanish Sudanese Surinamese Swede Swedish Swiss Syrian Taiwanese Tajik Tamil Tanzanian Thai Tibetan Togolese Trinidadian Tunisian Turk Turkish Turkmen Ugandan Ukrainian Uruguayan Uyghur Uzbek Venezuelan Vietnamese Welsh
Welshman Yemeni Zambian Zimbabwean Hispanic Latino Latina Latinx Caucasian African African-American Caribbean Scandinavian Mediterranean Roma Romani Sami Inuit Navajo Cherokee Sioux Maori Aboriginal Texan Californian Londoner Parisian
Christian Catholic Protestant Orthodox Anglican Baptist Methodist Lutheran Presbyterian Pentecostal Evangelical Mormon Quaker Amish Jew Jewish Muslim Islamic Islamist Sunni Shia Shiite Sufi Buddhist Hindu Sikh Jain Taoist Shinto
Zoroastrian Atheist Agnostic Christianity Catholicism Protestantism Judaism Islam Buddhism Hinduism Sikhism Scientology Scientologist Republican Democrat Democratic Conservative Tory Tories Whig Communist Socialist Marxist Liberal
Libertarian Nazi Fascist Zionist Hamas Hezbollah Taliban Bolshevik Trotskyist Maoist`
  .trim()
  .split(/\s+/);
