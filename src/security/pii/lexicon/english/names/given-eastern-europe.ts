/** Given names of Poland, Czechia, Ukraine and Russia, the Balkans, Romania, Hungary, Greece, Finland and the Baltic states, a paragraph each. */
export const EASTERN_EUROPEAN_GIVEN_NAMES: readonly string[] = `
Agata Alicja Alojzy Ania Anetta Aneta Antoni Arkadiusz Artur Bartek Bartlomiej Basia Blazej Bogumil Boguslaw Bogusława Bozena Bronislaw Czeslaw
Dagmara Danuta Darek Dawid Dominika Ela Elzbieta Eryk Ewelina Feliks Filip Genowefa Gosia Grazyna Honorata Iga Iza Izabela Jagoda Janina Jarek
Jaroslaw Jasiek Jozef Julita Kacper Kaja Kajetan Kamila Kasia Klaudia Krysia Krystian Kuba Leokadia Lucyna Lukasz Malgorzata Marcelina Mariola
Martyna Maryla Mieczyslaw Mikolaj Mikołaj Milosz Miłosz Miroslaw Mirosława Nadzieja Oliwia Olek Patrycja Patryk Pawel Piotrek Przemek Przemyslaw
Radoslaw Rafal Roksana Slawek Slawomir Stanislaw Stanislawa Tadek Teodor Tomek Wacław Weronika Wiesia Wieslaw Wiesława Wiktor Wiktoria Wincenty
Wladyslaw Wlodzimierz Wlodek Wojtek Zbyszek Zdzislaw Zenon Zosia Zuzanna
Adela Alena Alzbeta Barbora Blanka Bohumil Bohuslav Borek Branislav Bretislav Darina Denisa Dobromil Drahomir Dusan Eliska Frantisek Hedvika Honza
Ivo Jarmila Jaromir Jaroslava Jindrich Jindra Jirina Jiri Klára Kristyna Kristýna Kveta Libuse Lubomir Lubos Ludek Lukáš Marketa Markéta Matej
Michala Milada Milos Miroslava Oldrich Ondrej Patrik Pavlina Premysl Radka Radomir Rastislav Ruzena Sarka Slavomir Stanislava Stepan Štěpán Tomáš
Vaclav Vendula Veronika Vitezslav Vladimír Vojtech Zbynek Zdenek Zdenka
Aleksandr Alla Alyona Anatoli Artyom Bogdana Dasha Dima Dmitrii Dmitriy Dmytro Egor Eduard Elizaveta Evgenia Evgeni Fedor Gennadi Georgi Georgiy
Gleb Grigori Halyna Ihor Iryna Katya Kateryna Khrystyna Kseniya Larysa Lesya Lidiya Lilia Liudmyla Lyuba Lyubov Makar Maksym Marfa Marya Maryna
Mikhailo Mykhailo Mykyta Nadiya Nastya Nataliya Oleh Oleksandra Oleksiy Olesya Olha Ostap Pavlo Petro Pyotr Raisa Rodion Roksolana Ruslana Rustam
Semyon Sergii Solomiya Sveta Svitlana Taisiya Tetiana Tetyana Timofey Ulyana Vadym Valentyn Valeriy Varvara Vasil Vasyl Viacheslav Viktoriya
Vitali Vitaliy Vlad Vladyslav Vsevolod Yaroslava Yegor Yevgenia Yuliya Yuriy Zakhar Zhanna Zoya
Adnan Aleksandar Alen Almir Andrej Ante Asja Biljana Blagoje Bogomil Bojan Bojana Borislav Boyan Branka Branko Danijel Danijela Darinka Darko
Davor Dejan Desislava Dimitar Dragana Drazen Dražen Dubravka Dunja Đorđe Djordje Emina Emir Esad Gordana Hristo Ilija Iskra Jadranka Jasmina Jasna
Jovana Jure Kalina Katarina Krasimir Kresimir Krešimir Lejla Lidija Ljubica Ljubomir Marica Marijana Marin Mateja Matija Metodi Milivoj Miljana
Mirela Mirna Mladen Momir Nada Nadezda Natasa Nataša Nebojsa Nedim Nemanja Nevena Ognjen Olivera Petar Plamen Radmila Rade Rajko Ratko Sanja Senka
Sinisa Siniša Slavica Slavko Snezana Srdjan Srđan Stevan Stojan Stoyan Suzana Svetozar Tatjana Todor Tomislav Tsvetan Tvrtko Uros Uroš Vanja
Vedran Velimir Veselin Vjekoslav Vladan Zeljko Zlata Zlatan Zlatko Zorana Zorica Zvonimir
Anca Andreea Anghel Aurel Aurelia Camelia Catalin Cătălin Cezar Ciprian Claudiu Codrin Constantin Constanta Cornel Cosmin Costel Cristi Danut
Dorin Dorina Dragos Dragoș Doina Eugen Florentina Florin Florina Georgeta Gheorghe Gica Grigore Horatiu Horia Iancu Ilie Ilinca Ioan Ioana Ion
Ionela Ionel Ionut Ionuț Iulia Iulian Iuliana Laurentiu Liviu Luminita Madalina Mădălina Maricica Mihaela Mihai Mihail Mircea Nicoleta Nicolae
Nicu Octavian Oana Ovidiu Petru Petrica Radu Razvan Răzvan Rodica Ruxandra Sanda Sergiu Silviu Sorin Sorina Ștefan Stelian Teodora Tiberiu Traian
Tudor Valeriu Vasile Vasilica Viorel Viorica Violeta
Adrienn Ágnes Akos Ákos Andras András Aniko Anikó Antal Aron Áron Arpad Árpád Balazs Balint Bálint Bela Béla Boglarka Csilla Dániel Dezso Edina
Emese Erno Erzsebet Eszter Etelka Éva Fruzsina Gabor Gergo Geza Géza Gizella Gusztav Gyorgy Hajnalka Ibolya Ildiko Istvan Janos Jeno Jozsef Kalman
Karoly Krisztian Laszlo Lászlo Lorant Magdolna Marton Márton Matyas Mihaly Miklos Noémi Orsi Piroska Reka Rozsa Sandor Szilard Szilvia Tamas Terez
Timea Tímea Tünde Zoltan Zsofia Zsuzsa
Aikaterini Alekos Alexandros Alkis Anastasios Angeliki Antonis Argyris Argyro Aris Aristotelis Athanasia Athanasios Athina Babis Charalambos Chara
Chloi Christos Chrysanthi Chrysoula Despina Dimitra Efi Effrosyni Eftychia Eirini Eleftheria Eleftherios Elpida Emmanouil Evangelia Evangelos
Evanthia Fotini Fotis Georgios Giannis Grigoris Ilias Ioannis Iordanis Kalliopi Konstantina Kyriaki Kyriakos Lefteris Leonidas Loukas Magdalini
Makis Manolis Marios Michalis Nefeli Nektarios Nikolaos Olympia Panagiota Panayiotis Pantelis Paraskevi Paschalis Pavlos Periklis Petros Polyxeni
Sofoklis Sotiria Sotiris Spiros Spyridon Stamatis Stavroula Stefanos Stelios Stylianos Takis Tasos Thanasis Thanos Themis Theofilos Vasiliki
Vasilios Vasso Xenia Xristina Yiannis Yiorgos Zoi
Aki Aleksi Anneli Annikki Anssi Arja Arto Eija Elina Erkki Esko Hannele Harri Heli Iida Ilmari Inkeri Irja Ismo Jaakko Jaana Jani Janne Jarkko
Jouko Kaisa Kati Kimmo Maarit Maija Marjatta Mauri Mirja Niina Noora Olavi Onni Oskari Paivi Pasi Pentti Perttu Petteri Raija Rauno Riikka Saara
Salla Sari Seija Sini Sirpa Suvi Taneli Tapani Teija Tero Tiina Tommi Tuomo Tuulikki Urho Väinö Veli Virpi Aivars Andris Baiba Dace Edgars Eriks
Evija Guntis Ieva Ilze Inese Ivars Jānis Juris Kristaps Laima Liga Līga Māris Raimonds Rihards Sandis Sanita Uldis Valdis Vija Algirdas Arturas
Audrius Ausra Birute Dainius Daiva Egle Eglė Gediminas Giedre Giedrius Gintaras Juozas Jurate Jurgita Kestutis Laimonas Linas Mantas Mindaugas
Neringa Paulius Ramunas Rasa Rimantas Rolandas Rūta Ruta Saulius Vaidas Vytautas Zilvinas Aivar Eerik Heiki Indrek Jaan Jüri Kadri Kalev Kersti
Külli Lembit Maarika Madis Mait Mare Mart Meelis Mihkel Peeter Piret Priit Riho Siim Sirje Taavi Tarmo Tiit Toomas Triin Urmas`
  .trim()
  .split(/\s+/);
