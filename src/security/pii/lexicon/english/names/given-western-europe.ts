/** Given names of the Nordic countries, Germany, the Netherlands, Iberia and Latin America, Italy and France, a paragraph each. */
export const WESTERN_EUROPEAN_GIVEN_NAMES: readonly string[] = `
Alva Amund Anette Anker Anne-Marie Asbjorn Ase Asger Aslaug Astri Åke Ake Atle Bengt Berit Birte Borge Børge Conny Dagny Egil Elisabet Elsebeth
Erland Erlend Eskil Esben Flemming Frederikke Frøydis Gitte Gorm Grethe Gunn Gunnel Guri Haakon Halfdan Halldis Halldor Hedvig Henriette Ingebjorg
Ingegerd Ingvar Ingvild Iver Jarl Jette Joakim Jorgen Jorunn Kare Karianne Katrine Ketil Kjartan Kjetil Klara Knud Laurits Liselotte Lisbet Lotte
Lovisa Ludvig Lukas Malene Margareta Margrete Mats Mattias Merete Niclas Olov Oystein Øystein Ørjan Orjan Oyvind Palle Pär Pelle Petter Poul Ragna
Roald Ronja Runar Sanne Sigrun Sigurdur Silje Sivert Sixten Soren Stefán Stian Stine Sunniva Svante Synne Synnove Tage Tarjei Thorbjorn Þórdís
Thordis Tonje Torbjorn Torbjørn Tord Torill Torkel Tormod Torstein Torunn Tove Trine Truls Tuva Uffe Ulrika Vagn Vemund Vibeke Vigdis Viveka
Wenche Yngvar Ylva
Adalbert Alfons Anneke Annelie Annemarie Ansgar Arnd Babette Baerbel Benedikt Bernhild Berthold Bertold Bjoern Carola Caspar Christof Clemens
Corinna Eckart Elmar Engelbert Eva-Maria Folker Franziska Frauke Friedemann Friederike Gernot Gertraud Gertrud Gesa Gesine Gotthard Gregor
Guenther Gunter Gunda Hannes Hanno Hans-Peter Hansjörg Hartwig Heide Heidemarie Heidrun Hella Hellmut Helmuth Henrike Heribert Hertha Hiltrud
Hubertus Ilka Imke Ingolf Irmtraud Joachim Johann Jost Jurgen Karl-Heinz Karola Karlheinz Katharina Kordula Kornelia Kunibert Liesel Luise Ludger
Maike Maik Malte Mareike Marita Marlis Mathias Mechthild Mirco Moritz Nele Ortrun Oswin Ottmar Philipp Regine Reimund Rosi Rosita Rosmarie Rudi
Ruprecht Siegbert Siegmund Sönke Steffi Svenja Swantje Tanja Theodor Theresia Traudl Uli Ursel Verena Volkmar Walburga Waltraut Wendelin Wibke
Wiebke Willy Xaver
Aaltje Adri Adriaan Albertus Annelies Annemiek Annemieke Antoon Arend Arie Arjan Arjen Arnoud Bas Bastiaan Bauke Beatrijs Betje Bram Brechtje
Carolien Cees Christiaan Coen Coenraad Corné Cornelis Daan Danique Diederik Dineke Douwe Eelco Eline Emiel Evert Femke Fenna Ferry Floris Freek
Froukje Geert Geertje Gerben Gerbrand Gerrit Gert Gertjan Gijs Gijsbert Goof Guus Hanneke Hannie Harm Harmen Hein Helma Hendrika Henk Henny Hette
Heleen Huub Ineke Jaap Jacco Jacoba Jacobus Janneke Jantje Janwillem Jelle Jelmer Jeroen Jetske Jochem Joep Jolanda Joost Joris Jorrit Jos
Jurriaan Karel Katinka Katrien Kees Klaas Klaartje Koen Koos Leendert Leentje Lenneke Lennert Leontien Liesbeth Lieve Lisanne Lodewijk Loes
Maarten Machteld Marieke Mariska Marijke Marijn Marjan Marjolein Marleen Martijn Mathijs Maurits Menno Merel Mieke Minke Mirjam Neeltje Nelleke
Nienke Paulien Peter-Jan Pieter Piet Pim Pleun Reinier Reinout Renske Rens Rianne Rieks Rien Rienk Rik Rinus Roelof Roel Roos Rutger Ruud Saar
Sander Sebastiaan Sien Sjaak Sjoerd Stef Stijn Sytske Teun Thijs Tijmen Tijs Tineke Titia Tjeerd Toon Truus Twan Wessel Wiebe Wietske Wil Willem
Willemijn Wim Wouter Wout Yvo Zoë Zita
Abilio Ademir Adalberto Adao Adélia Adrián Agostinho Agustín Agustin Aida Aitor Alcides Alejo Aleida Álvaro Amadeo Amador Anabela Anahi Andreia
Angélica Ángeles Antía Antônio António Aránzazu Ariadna Armanda Arminda Arnaldo Arsenio Ascensión Asunción Augusto Azucena Baltasar Bartolomé
Basilio Begoña Begona Benedita Benicio Benigno Bento Bernarda Berta Blas Borja Braulio Brígida Caetano Calixto Camilo Candela Candelaria Cándido
Caridad Carles Carlinhos Carlota Carme Carmina Cayetana Cayetano Cecílio Celestino César Cintia Clarisa Claudina Clemente Conceição Concha
Conchita Covadonga Cristián Cristobal Dalila Damián Danilo Darío Débora Delfín Demetrio Desirée Diogo Dionisio Domingo Domingos Dulce Edelmira
Edgardo Edite Edmundo Efraín Eladio Eleuterio Elías Eliseo Élida Eloy Encarna Enric Enriqueta Epifanio Erasmo Ermelinda Ernestina Estéban
Estefanía Estela Estrella Etelvina Eudaldo Eusebio Eustaquio Evaristo Ezequiel Fabiano Fabricio Fátima Faustino Federica Felícia Felisa Félix
Feliciano Fermin Fernandinho Filipa Filipe Filomena Florencia Florencio Florentino Francesc Francisca Frederico Fulgencio Gabino Gael Galo Gaspar
Genaro Germán Gertrudis Gervasio Gláucia Gonçalo Goncalo Graça Gracinda Griselda Guillem Guillermina Gumersindo Haroldo Héctor Helder Hélder Hélio
Heloísa Heriberto Hermínia Hernan Hilario Hipólito Honorato Hortensia Humberto Iago Idalina Ignacia Íñigo Iñigo Iker Ildefonso Inácio Inês Iolanda
Íris Isaías Isaura Isidoro Iván Ivone Izan Jacobo Jaume Javi Jerónimo Jeronimo Joao Joana Jordi Jorgelina Josep Juanjo Julieta Júlio Justo Juvenal
Lázaro Laia Laureana Lautaro Leire Lelia Leocadia Leocádio Leonel Leonor Leopoldo Lídia Ligia Lisandro Lito Llorenç Lorenza Loreto Lúcia Lucila
Lúcio Lucrecia Luís Luísa Lurdes Mafalda Magali Maite Malena Manel Manoel Manola Manolo Marçal Marcial Marcio Marga Margarida Maricarmen Marília
Marilena Maristela Martim Martinha Mateus Maximino Máximo Mayte Melchor Mercè Micaela Miquel Mireia Modesto Moisés Monserrat Nacho Nahia Narciso
Natália Natalio Natividad Nélida Nerea Nereida Nestor Néstor Neusa Nicanor Nicolás Nicolasa Nilda Nilton Noemí Normando Nuno Núria Odete Olalla
Olegario Olímpia Olinda Onofre Orlanda Otilia Oriol Paco Palmira Paloma Pasión Patrícia Pau Paulino Pepa Pepe Petronila Plácido Porfirio Primitivo
Prudencio Purificación Quique Quim Rafa Reinaldo Ricarda Romina Romualdo Roque Rosalía Rosalina Rosário Rosaura Rosendo Rosina Rúben Rufino Ruy
Salomé Samanta Sancho Santi Saturnino Saúl Sebastián Segismundo Segundo Serafín Sergi Severino Silverio Silvestre Sílvia Silvina Simón Sócrates
Socorro Sônia Sonsoles Soraia Tadeu Tânia Telma Telmo Teófilo Teresinha Tito Tomasa Toribio Uxía Valente Valentín Valéria Valério Vanda Vânia
Vicenta Victoriano Victorino Virgínia Virtudes Visitación Vítor Wálter Xabier Xavi Xesús Xiomara Yago Yaiza Yamila Zacarías Zaida Zenaida Zulema
Zulmira
Abele Achille Adelina Agnese Agostino Aldo Alessio Amedeo Anacleto Andreina Angelino Angiolina Anna-Maria Annalisa Annamaria Annunziata Assunta
Attilio Bartolomeo Benedetta Benedetto Beniamino Berenice Biagio Brunello Calogero Casimiro Cettina Ciro Clelia Corrado Costantino Desiderio
Diletta Dino Domenica Domenico Donato Eleonora Elettra Elia Eligio Elisabetta Eliana Emanuela Enea Enrica Enza Ermanno Ester Fabrizia Faustina
Felice Ferdinando Ferruccio Filippa Fiorenza Franca Fulvia Gaetana Gaspare Genoveffa Germana Gherardo Giacinta Giacinto Giada Gian Giancarlo
Gianfranco Gianluigi Gianmarco Giannina Gianpaolo Gioacchino Girolamo Giuditta Giulietta Giulio Giuseppina Giusy Giustina Giustino Goffredo
Graziana Grazia Graziano Guendalina Guglielmo Ignazio Ileana Immacolata Innocenza Italo Jacopo Lauro Leda Letizia Libero Lino Livio Lorella Loris
Luana Lucio Lucrezia Ludovico Luigina Manfredi Manlio Margherita Maria-Grazia Mariella Martino Massimiliano Maurizia Melania Milena Mimmo Morena
Nazario Nazzareno Nerina Nicla Nicolo Nino Noemi Nunzio Olimpia Olindo Ombretta Orazio Oriana Ottavia Ottavio Palma Pasquale Patrizio Piera
Pierangelo Pierfrancesco Pierpaolo Pina Pio Priamo Primo Quirino Quinto Rachele Raffaela Raimondo Remo Renzo Riccarda Rino Romana Romolo Rosalba
Rosaria Rossana Rossella Sabatino Samuele Sante Santina Saverio Savino Sebastiano Settimio Sveva Tarcisio Tiziana Tiziano Tommasina Tonino Tullia
Ubaldo Valentino Vanna Velia Virginio Vita Zaira
Adélaïde Adèle Aimée Aimé Albane Albéric Aldric Alphonse Amaury Ambroise Amélie Anaëlle Anais Anatole Andrée Ange Angèle Annick Anouk Anselme
Apolline Aristide Arlette Armelle Arsène Aubin Augustin Aurelie Aurore Axelle Barthélemy Béatrice Bénédicte Benedicte Bérengère Bérénice Bertille
Blaise Blandine Brice Carine Cassandre Cécile Céleste Charline Chloé Christelle Clarisse Clémentine Clothilde Colombe Cyprien Daphné Désiré
Dimitri Dorothée Edgard Edouard Éléonore Élodie Eloïse Émeric Emmanuelle Ernestine Etienne Eugène Eulalie Ève Évelyne Evelyne Fabienne Félicie
Félicité Fernand Fernande Fleur Flore Francoise Frédéric Frédérique Gaelle Gaël Gaëtan Gaspard Géraldine Germaine Ghislain Gilberte Ginette
Gontran Gustave Gwénaël Hadrien Héloïse Herve Hippolyte Honoré Honorine Huguette Irène Isaure Jean-Baptiste Jean-Claude Jean-Luc Jean-Marc
Jean-Marie Jean-Michel Jean-Paul Jérémy Joëlle Josephe Joséphine Josselin Julienne Kévin Laëtitia Laurette Laurine Léontine Liliane Loic Louane
Lou-Anne Lucienne Lucile Ludivine Lydie Maël Maëlle Mael Maelle Maïté Marc-André Marceau Marie-Claude Marie-Christine Marie-France Marie-Laure
Marielle Marius Marlène Marthe Maryse Maryvonne Mathéo Matthieu Maxence Maximilien Mélissa Micheline Modeste Morgane Myriam Nadège Ninon Noé
Noëlle Nolwenn Octave Olympe Ombeline Oriane Orianne Perrine Philibert Pierrette Pierrick Rachida Raoul Raphaëlle Rébecca Remi Renée Rolande
Romane Romuald Rosine Roxane Séverin Servane Sidonie Stanislas Stephane Sylvaine Sylvestre Sylvette Sylviane Tanguy Théodore Théophile Thibaud
Thibaut Timothée Tiphaine Urbain Ursule Valérian Vianney Violaine Violette Yanis Yohann Yoann Yolande Yvan Zélie Zoé`
  .trim()
  .split(/\s+/);
