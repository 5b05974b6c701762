/** Given names, capitalised, from many countries as written in Latin letters. */
export const GIVEN_NAMES: readonly string[] = `
Aaron Abby Abel Abigail Abraham Ada Adam Addison Adele Adeline Adrian Adriana Adrienne Agatha Agnes Aidan Aiden Aileen Aimee Alan Alana Alastair Albert Alberta Alec Alejandra
Alejandro Alex Alexa Alexander Alexandra Alexandria Alexandre Alexis Alfred Alfredo Alice Alicia Alina Alisa Alison Alistair Allan Allen Allison Allyson Alma Alonzo Alton Alvin Alyssa
Amalia Amanda Amelia Amelie Amos Amy Ana Anastasia Andre Andrea Andreas Andres Andrew Andy Angel Angela Angelica Angelina Angelo Angie Angus Anita Ann Anna Annabelle Anne Annette Annie
Anthony Antoine Antoinette Anton Antonia Antonio Archie Ariana Ariel Arlene Armando Arnold Arthur Arturo Ashlee Ashleigh Ashley Astrid Aubrey Audrey Audra August Augustus Aurora Autumn Ava
Barbara Barney Barry Bart Beatrice Beatriz Becky Belinda Ben Benedict Benjamin Bennett Benny Bernadette Bernard Bernice Bernie Bert Bertha Bertie Bessie Beth Bethany Betsy Bettina Betty
Beverley Beverly Bianca Blake Blanche Bob Bobbie Bobby Bonita Bonnie Boyd Brad Bradford Bradley Brady Brandi Brandon Brandy Brenda Brendan Brennan Brent Brett Brian Briana Brianna Bridget
Britney Brittany Brooke Bruce Bruno Bryan Bryant Bryce Caitlin Caleb Calvin Cameron Camila Camille Candace Candice Cara Carina Carl Carla Carlo Carlos Carlton Carly Carmen Carol Carole
Caroline Carolyn Carrie Carson Cary Casey Cassandra Catalina Caterina Cathal Catherine Cathleen Cathy Cecil Cecile Cecilia Cedric Celeste Celia Celine Cesar Chad Charlene Charles Charlie
Charlotte Chelsea Cheryl Chester Chloe Chris Christa Christian Christie Christina Christine Christoph Christophe Christopher Christy Chuck Ciara Cindy Claire Clara Clarence Clarissa Clark Claude
Claudia Claudio Clayton Clement Cliff Clifford Clifton Clinton Clive Clyde Cody Colette Colin Colleen Connie Connor Conor Conrad Constance Cora Corey Corinne Cornelia Cornelius Cory Courtney
Craig Cristian Cristiano Cristina Curtis Cynthia Cyril Cyrus Daisy Damian Damien Damon Dan Dana Danial Daniel Daniela Daniele Danielle Danny Dante Daphne Darcy Darin Darius Darlene Darrell Darren
Darryl Daryl Dave David Dawn Dean Deanna Debbie Deborah Debra Declan Deirdre Delia Della Delores Dena Denis Denise Dennis Derek Derrick Desiree Desmond Devin Dexter Diana Diane Dianne Diego Dieter
Dina Dirk Dolores Dominic Dominick Dominique Don Donald Donna Donnie Dora Doreen Doris Dorothy Doug Douglas Doyle Drew Duane Duncan Dustin Dwayne Dwight Dylan Earl Earnest Ebony Ed Eddie Edgar
Edith Edmond Edmund Eduardo Edward Edwin Effie Eileen Elaine Eleanor Elena Eli Elias Elijah Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Ellie Elliot Elliott Ellis Elmer Eloise Elsa Elsie
Elton Elvira Elvis Emanuel Emerson Emil Emile Emilia Emilie Emilio Emily Emma Emmanuel Enrique Eric Erica Erich Erick Erik Erika Erin Erma Ernest Ernesto Ernie Esmeralda Esperanza Estelle Esther
Ethan Ethel Eugene Eugenia Eunice Eva Evan Evangeline Eve Evelyn Everett Ezekiel Ezra Fabian Faith Fannie Faye Federico Felicia Felicity Felipe Felix Fernanda Fernando Fidel Finn Fiona Flora
Florence Floyd Frances Francesca Francesco Francine Francis Francisco Franco Francois Frank Frankie Franklin Frans Franz Fred Freda Freddie Freddy Frederic Frederick Frederik Fredrick Frieda Friedrich
Gabriel Gabriela Gabriele Gabriella Gabrielle Gail Garrett Garry Gary Gavin Gemma Gene Genevieve Geoff Geoffrey George Georgia Georgina Gerald Geraldine Gerard Gerardo Gerhard Gerry Gertrude
Gianna Gideon Gilbert Gilberto Gina Ginger Giovanni Giulia Giuseppe Gladys Glen Glenda Glenn Gloria Gordon Grace Gracie Graham Grant Greg Gregg Gregory Greta Gretchen Guadalupe Guido Guillermo
Gunther Gustav Gustavo Guy Gwen Gwendolyn Hailey Hal Hank Hannah Hans Harold Harriet Harrison Harry Harvey Hattie Hazel Heath Heather Hector Heidi Heinrich Helen Helena Helene Helga Henri
Henrietta Henrik Henry Herbert Herman Hilary Hilda Hillary Holly Homer Hope Horace Howard Hubert Hugh Hugo Hunter Ian Ibrahim Ida Ignacio Igor Ike Imogen Ines Ingrid Ira Irene Iris Irma Irvin Irving
Isaac Isabel Isabella Isabelle Isaiah Isla Ismael Israel Ivan Ivy Jack Jackie Jacklyn Jackson Jaclyn Jacob Jacqueline Jacques Jade Jaime Jake James Jamie Jan Jana Jane Janelle Janet Janette Janice
Janine Janis Jared Jasmine Jason Jasper Javier Jay Jayden Jayne Jean Jeanette Jeanine Jeanne Jeannette Jed Jeff Jeffery Jeffrey Jen Jenna Jennie Jennifer Jenny Jens Jeremiah Jeremy Jermaine Jerome
Jerry Jess Jesse Jessica Jessie Jesus Jill Jillian Jim Jimmie Jimmy Jo Joan Joann Joanna Joanne Joaquin Jocelyn Jodi Jodie Jody Joe Joel Joey Johan Johanna Johannes John Johnathan Johnnie Johnny
Jolene Jon Jonas Jonathan Joni Jordan Jorge Jose Josef Joseph Josephine Josh Joshua Josiah Josie Joy Joyce Juan Juana Juanita Judith Judy Juergen Julia Julian Juliana Julianne Julie Juliet Juliette Julio
Julius June Justin Justine Kaitlyn Kara Karen Kari Karin Karina Karl Karla Kasey Kate Katelyn Katerina Katharine Katherine Kathleen Kathryn Kathy Katie Katrina Katy Kay Kayla Keith Kelley Kelli Kellie
Kelly Kelsey Kelvin Ken Kendra Kenneth Kenny Kent Kerry Kevin Kieran Kim Kimberley Kimberly Kirk Kirsten Kirsty Klaus Kristen Kristi Kristian Kristin Kristina Kristine Kristy Krystal Kurt Kyle Kylie
Lana Lance Larry Lars Latoya Laura Lauren Laurence Laurent Laurie Lawrence Lea Leah Leanne Lee Leigh Leila Lena Leo Leon Leonard Leonardo Leonora Leroy Les Leslie Lester Leticia Levi Lewis Liam Lila Lilian
Liliana Lillian Lillie Lily Lina Linda Lindsay Lindsey Lionel Lisa Liz Lizzie Lloyd Logan Lois Lola Loretta Lori Lorna Lorraine Lou Louis Louisa Louise Lowell Luca Lucas Lucia Lucien Lucille Lucinda Lucy
Ludwig Luis Luisa Luka Luke Lula Luther Lydia Lyle Lynda Lyndon Lynette Lynn Lynne Mabel Mackenzie Maddie Madeleine Madeline Madison Mae Maggie Malcolm Mandy Manfred Manuel Manuela Mara Marc Marcel
Marcella Marcelo Marcia Marco Marcos Marcus Margaret Margarita Margie Margo Marguerite Maria Marian Mariana Marianne Marie Mariel Marilyn Marina Mario Marion Marisa Marisol Marjorie Mark Marlene Marsha
Marshall Marta Martha Martin Martina Marty Marvin Mary Maryann Mason Mateo Mathew Mathilda Matt Matteo Matthew Matthias Maud Maureen Maurice Max Maxine Maxwell May Maya Megan Meghan Melanie Melinda
Melissa Melody Melvin Mercedes Meredith Mia Micah Michael Michaela Micheal Michel Michele Michelle Mick Mickey Miguel Mike Mikhail Mildred Miles Milton Mindy Minnie Miranda Miriam Misty Mitch Mitchell
Moira Mollie Molly Mona Monica Monique Morgan Morris Moses Muriel Murray Myra Myrtle Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nathan Nathaniel Neal Ned Neil Nellie Nelson Nettie Niamh Nicholas
Nichole Nick Nicky Nicola Nicolas Nicole Niels Nigel Nikki Nikolai Nina Noah Noel Noelle Nora Norma Norman Oliver Olive Olivia Ollie Olga Omar Opal Ophelia Ora Orlando Oscar Otis Otto Owen Pablo Paige
Pam Pamela Paola Paolo Pascal Pat Patrice Patricia Patrick Patsy Patti Patty Paul Paula Paulette Paulina Pauline Pearl Pedro Peggy Penelope Penny Percy Perry Pete Peter Petra Phil Philip Philippa Philippe
Phillip Phoebe Phyllis Pierre Pietro Piper Polly Poppy Preston Priscilla Quentin Quinn Rachael Rachel Rafael Raimund Ralph Ramiro Ramon Ramona Randal Randall Randolph Randy Raquel Raul Ray Raymond Reagan
Rebecca Rebekah Regina Reginald Reinhard Rene Renee Renata Reuben Rex Rhiannon Rhoda Rhonda Ricardo Rich Richard Rick Rickey Ricky Riley Rita Rob Robbie Robert Roberta Roberto Robin Robyn Rochelle Rocky
Rod Roderick Rodger Rodney Rodolfo Rodrigo Roger Roland Rolando Rolf Roman Romeo Ron Ronald Ronnie Rory Rosa Rosalie Rosalind Rosamund Rosanna Rose Roseann Rosemarie Rosemary Rosie Ross Rowan Roxanne Roy
Ruben Ruby Rudolf Rudolph Rudy Rufus Rupert Russ Russell Rusty Ruth Ryan Sabina Sabrina Sadie Sally Salvador Salvatore Sam Samantha Samuel Sandra Sandy Santiago Sara Sarah Sasha Saul Savannah Scott Sean
Sebastian Selena Selma Serena Sergei Sergio Seth Shane Shannon Shari Sharon Shaun Shawn Shawna Sheila Shelby Sheldon Shelley Shelly Sheri Sherman Sherri Sherrie Sherry Shirley Sidney Siegfried Sienna
Silvia Simon Simone Sinead Sofia Sofie Sonia Sonja Sonya Sophia Sophie Spencer Stacey Staci Stacie Stacy Stan Stanley Stefan Stefanie Stefano Stella Stephan Stephanie Stephen Sterling Steve Steven Stewart
Stuart Sue Summer Susan Susanna Susanne Susie Suzanne Suzette Suzie Sven Sydney Sylvester Sylvia Tabitha Tamara Tami Tammy Tania Tanya Tara Tasha Taylor Ted Terence Teresa Teri Terrance Terrell Terrence
Terri Terry Tess Tessa Thaddeus Thelma Theo Theodora Theodore Theresa Therese Thomas Tiffany Tilda Tim Timmy Timothy Tina Tobias Toby Todd Tom Tomas Tommie Tommy Toni Tony Tonya Tracey Traci Tracie Tracy
Travis Trent Trevor Tricia Trina Trisha Tristan Troy Trudy Tyler Tyrone Ulrich Ulrike Ursula Uwe Valentina Valerie Vanessa Vaughn Velma Vera Vernon Veronica Vicki Vickie Vicky Victor Victoria Vince Vincent
Vincenzo Viola Violet Virgil Virginia Vito Vivian Vivien Vladimir Wade Wallace Walter Wanda Warren Wayne Wendell Wendy Werner Wesley Whitney Wilbert Wilbur Wilfred Wilhelm Will Willard William Willie
Willis Wilma Winifred Winston Wolfgang Woody Wyatt Xander Xavier Yasmin Yolanda Yvette Yvonne Zach Zachary Zane Zara Zelda Zoe Zoey`
  .trim()
  .split(/\s+/);

/** Given names that are rare among English speakers. */
export const GIVEN_NAMES_ELSEWHERE: readonly string[] = `
Aisha Akbar Ali Aliya Amal Amina Amir Amira Anwar Asad Asim Asma Ayesha Aziz Bashir Bilal Bushra Dalia Fadi Fahad Faisal Farah Farhan Farid Faris Fatima Fatma Ghassan Habib Hadi Hafsa Hamid Hamza Hana Hanan
Haris Hasan Hassan Hatem Huda Hussain Hussein Iman Imran Ismail Jamal Jamila Javed Kamal Kareem Karim Khadija Khaled Khalid Laila Layla Leyla Lina Mahmoud Majid Malik Mansour Mariam Maryam Mehdi Mohamed
Mohammad Mohammed Mona Mounir Muhammad Mustafa Nabil Nadeem Nadir Naila Nasir Nasser Noor Nour Osama Qasim Rafiq Rahim Rami Rana Rania Rashid Reem Reza Saad Sabah Sadia Said Salah Saleem Salim Salma Sami
Samir Samira Sana Shahid Shahzad Sharif Sumaya Tahir Tarek Tariq Umar Usman Waleed Walid Yahya Yasin Yasmine Yasser Youssef Yusuf Zahra Zainab Zaki Zayn Ziad
Aarav Abhishek Aditi Aditya Ajay Ajit Akash Akshay Amit Amrita Anand Ananya Anil Anita Anjali Ankit Ankita Anoop Anu Anuradha Anurag Aparna Arjun Arun Aruna Asha Ashok Ashwin Bharat Bhavna Chandra Deepa
Deepak Deepika Dev Devi Dinesh Divya Ganesh Gaurav Geeta Girish Gopal Hari Harish Harsh Hema Indira Ishaan Jaya Jyoti Kalpana Kamala Karan Kavita Kiran Kishore Krishna Kumar Lakshmi Lata Lalita Madhav Madhu
Madhuri Mahesh Manish Manisha Manoj Meena Meera Mohan Mukesh Nandini Narayan Naveen Neelam Neeraj Neha Nikhil Nisha Nitin Pallavi Pankaj Pooja Prakash Pramod Pranav Prasad Prashant Pratik Pravin Preeti Prem
Priti Priya Priyanka Radha Raghu Rahul Raj Rajan Rajeev Rajesh Rajiv Rakesh Ramesh Rani Ravi Rekha Renuka Rishi Ritu Rohan Rohit Sachin Sandeep Sangeeta Sanjana Sanjay Sanjeev Santosh Sarita Saurabh Seema
Shailesh Shalini Shankar Shanti Shilpa Shiv Shreya Shubham Shyam Siddharth Sita Smita Sneha Subhash Sudha Sudhir Sujata Sumit Sunil Sunita Suraj Suresh Sushil Swati Tanvi Uday Uma Umesh Usha Vandana Varun
Venkat Venkatesh Vijay Vikas Vikram Vinay Vineet Vinod Vishal Vivek Yash Yogesh
Adelaida Adolfo Alba Alberto Alonso Alvaro Amparo Ángel Ángela Andrés Araceli Asuncion Aurelio Benito Blanca Carmela Carolina Chelo Concepción Consuelo Cristóbal Daniella Dolores Elisa Eloisa Emiliano Encarnación
Esteban Eugenio Eva Fabiola Fermín Gerardo Gilda Gonzalo Graciela Gregorio Hernán Horacio Inés Inmaculada Isidro Jacinto Jesús Jimena Joaquín Jorge José Josefa Josefina Julián Laureano Lorena Lorenzo Lourdes Luciana
Lucía Macarena Magdalena Marcelino Margarita María Maribel Maricela Mariano Marisa Maritza Martín Matías Maximiliano Mercedes Milagros Mireya Mónica Montserrat Nayeli Nieves Noelia Norberto Nuria Octavio Olivia
Óscar Osvaldo Patricio Paz Pilar Rafaela Ramón Raúl Remedios Reyes Rigoberto Rocío Rodrigo Rogelio Román Rosario Rubén Salvador Sofía Soledad Susana Teodoro Tomás Verónica Vicente Viviana Ximena Yesenia Yolanda
Afonso Aline Amanda Anderson Beatriz Bernardo Bruna Caio Camila Catarina Cauã Davi Eduarda Enzo Evandro Fabiana Fábio Fabrício Flávia Flávio Gilson Giovana Guilherme Heitor Henrique Igor Ingrid Isabela Isadora João
Joaquim Jonas Júlia Juliano Kauê Larissa Leandro Letícia Lívia Lorena Luan Lucas Luciano Luiz Luiza Marcelo Márcia Márcio Mariana Matheus Maurício Miguel Murilo Nathália Otávio Paulo Rafaela Raimundo Rebeca Renan
Renato Rodrigo Rogério Ronaldo Rosângela Samuel Sérgio Silvana Simone Tatiana Thaís Thiago Tiago Vagner Valdir Vinícius Vitor Vitória Wagner Wellington Yasmin
Adrien Agathe Alain Alexis Aline Amandine Anaïs Angelique Antoine Armand Arnaud Aude Aurélie Aurélien Axel Baptiste Bastien Benoît Bernadette Brigitte Bruno Camille Capucine Cédric Céline Chantal Christiane Claudine
Clémence Clément Corentin Cyrille Damien Danièle Delphine Denis Didier Dominique Édouard Éliane Élise Éloïse Émile Émilie Éric Estelle Étienne Eugénie Fabien Fabrice Fanny Florent Florian Francine Franck François
Françoise Gaëlle Gaston Gauthier Geneviève Geoffroy Georges Gérald Gérard Germain Ghislaine Gilles Gisèle Grégoire Grégory Guillaume Gwenaëlle Hélène Henri Hervé Hortense Hugues Hugo Inès Jacqueline Jean Jeannine
Jérémie Jérôme Jocelyne Joël Josiane Jules Julien Juliette Laetitia Laure Laurence Léa Léon Léonie Lionel Loïc Luc Lucie Ludovic Madeleine Manon Marcel Margaux Margot Marguerite Marine Marion Martial Martine Mathieu
Mathilde Maud Maxime Mélanie Michèle Mireille Monique Muriel Mylène Nathalie Nicolas Noël Noémie Océane Odette Odile Olivier Pascale Patrice Pauline Philippe Quentin Raphaël Raymonde Régine Régis Rémi Rémy Renaud René
Robin Rodolphe Romain Roselyne Sandrine Sébastien Ségolène Serge Séverine Simone Solange Solène Sophie Stéphane Stéphanie Suzanne Sylvain Sylvie Théo Thérèse Thibault Thierry Tristan Valentin Valérie Véronique Victoire
Vincent Virginie Viviane Xavier Yann Yannick Yves Yvon
Achim Adelheid Albrecht Alois Andrea Anja Anke Anneliese Annegret Annika Antje Armin Arno Axel Bärbel Barbel Beate Bernd Bernhard Birgit Björn Brigitta Britta Burkhard Carsten Christa Christel Cordula Dagmar Detlef
Detlev Dietmar Dietrich Doerte Dörte Eberhard Eckhard Edeltraud Egon Ekkehard Elfriede Elke Else Erhard Ernst Erwin Ewald Florian Friedhelm Fritz Gabi Georg Gerd Gerda Gerlinde Gisela Gottfried Grete Gudrun Günter
Günther Guenter Hagen Hanna Hannelore Hartmut Heike Heiko Heiner Heinz Helge Helmut Hendrik Herbert Hermann Hermine Hilde Hildegard Holger Horst Ilona Ilse Ingeborg Ingo Irmgard Isolde Jochen Jörg Joerg Jörn Josefine
Jürgen Jutta Kai Karin Karsten Kathrin Katja Katrin Kerstin Konrad Kristin Kurt Lieselotte Lore Lorenz Lothar Lutz Manuela Margarete Margit Margot Marika Marlies Matthäus Meike Meinhard Michaela Mirko Monika Nadja
Nils Norbert Olaf Oskar Othmar Ottilie Peer Petra Rainer Ralf Reiner Reinhold Renate Rosemarie Roswitha Rüdiger Ruediger Sabine Sascha Siegrid Sieglinde Sigrid Silke Silvio Sonja Steffen Stefanie Susann Sybille Thilo
Thorsten Till Tilo Torben Torsten Traute Udo Ulf Ulla Ulli Ute Uta Veit Volker Waltraud Wilfried Willi Winfried Wolf Wolfram
Adriano Alessandra Alessandro Alessia Alfio Alfonso Anselmo Antonella Arianna Aurora Beppe Brunella Camillo Carmelo Carmine Cesare Chiara Cinzia Claudio Concetta Cosimo Costanza Damiano Davide Dario Delfina Donatella
Edoardo Elio Emanuele Emma Enrico Enzo Ettore Fabio Fabrizio Fausto Filippo Fiorella Flavia Flavio Francesca Fulvio Gaetano Gennaro Giacomo Gianluca Gianni Gino Giorgia Giorgio Giovanna Giuliana Giuliano Graziella Ilaria
Irene Ivano Laura Lia Loredana Lorenzo Luciano Ludovica Luigi Luigia Maddalena Manuela Marcello Mariangela Martina Massimo Matilde Mattia Maurizio Mauro Michela Michelangelo Mirella Nello Nicoletta Nicolò Nunzia Oreste
Ornella Orsola Osvaldo Paolina Patrizia Piero Pierluigi Pino Raffaele Raffaella Renato Riccardo Rinaldo Roberta Rocco Romano Rosalia Ruggero Sandro Santo Serafina Silvano Simona Stefania Tommaso Tullio Ugo Umberto
Valerio Vincenza Vittoria Vittorio
Agnieszka Aleksander Aleksandra Andrzej Anna Barbara Bartosz Beata Bogdan Bogusław Bożena Cezary Czesław Dariusz Dorota Edyta Elżbieta Ewa Franciszek Grażyna Grzegorz Halina Henryk Hubert Ireneusz Iwona Jacek Jadwiga
Jakub Janusz Jarosław Jerzy Joanna Jolanta Józef Justyna Kamil Karol Karolina Katarzyna Kazimierz Kinga Krystyna Krzysztof Lech Leszek Łukasz Maciej Magda Magdalena Małgorzata Marcin Marek Mariusz Marzena Mateusz Michał
Mieczysław Mirosław Monika Natalia Paweł Piotr Przemysław Radosław Rafał Renata Robert Roman Ryszard Sławomir Stanisław Stefania Sylwia Szymon Tadeusz Teresa Tomasz Urszula Waldemar Wiesław Witold Władysław Włodzimierz
Wojciech Zbigniew Zdzisław Zofia Zygmunt Bohdan Božena Břetislav Ctibor Dalibor Eliška František Hynek Iveta Ivana Jan Jaromír Jaroslav Jindřich Jiří Jitka Kateřina Ladislav Lenka Libor Lubomír Luboš Marcela Matěj
Miloslav Miloš Miroslav Oldřich Ondřej Otakar Pavel Pavla Petr Přemysl Radek Radim Rostislav Růžena Stanislav Svatopluk Šárka Tereza Václav Vít Vladislav Vlasta Vojtěch Zdeněk Zdeňka Zuzana Attila Balázs Bence
Csaba Dezső Endre Erzsébet Ferenc Gábor Gergely György Gyula Ildikó Imre István János Jenő József Judit Kálmán Károly Katalin Krisztina László Lajos Levente Máté Mátyás Márta Miklós Mihály Orsolya Pál Péter Réka Sándor
Szabolcs Tamás Tibor Vilmos Viktor Zoltán Zsolt Zsófia Zsuzsanna Dragan Dušan Goran Ivica Jelena Jovan Ljiljana Marija Marko Milan Milica Mirjana Nebojša Nenad Nikola Predrag Radovan Slobodan Snežana Svetlana Tihomir
Vesna Vlado Vuk Zdravko Željko Zoran Aleksei Aleksey Alexei Alexey Anatoly Andrei Andrey Arkady Artem Boris Daria Denis Dmitri Dmitry Ekaterina Elena Evgeny Fyodor Galina Gennady Grigory Ilya Inna Irina Kirill
Konstantin Ksenia Larisa Leonid Lev Lidia Ludmila Lyudmila Maksim Maxim Mikhail Nadezhda Natalya Nikita Nikolay Oksana Oleg Olga Pavel Polina Roman Ruslan Sergey Stanislav Svetlana Tamara Tatiana Tatyana Timur Vadim
Valentin Valery Vasily Viktor Viktoria Vitaly Vladislav Vyacheslav Yana Yaroslav Yekaterina Yelena Yevgeny Yulia Yuri Yury Zinaida Andriy Bohdan Mykola Oleksandr Olena Serhiy Taras Volodymyr Yevhen
Aage Agnete Aksel Anders Andreas Anniken Arne Arvid Asbjørn Åse Asta Aud Birgitta Birger Birgitte Bjarne Bjørn Bo Bodil Börje Brita Britt Carsten Dag Ebba Einar Eirik Eivind Elin Ellinor Elof Erling Espen Eva Eyvind Finn
Freja Fredrik Frida Frode Geir Gerd Greger Gro Gudmund Gunhild Gunilla Gunnar Gunvor Gustaf Håkan Hakon Håkon Halvor Hanne Harald Hedda Hege Helle Henning Hilde Hjalmar Inga Inge Inger Ingeborg Ingemar Ivar Jakob Jan
Jeppe Jens Jesper Johan Jonas Jørgen Jostein Kaare Kåre Kari Karsten Kasper Kerstin Kirsti Kjell Kjersti Knut Kristoffer Lasse Leif Lennart Linnea Lise Liv Maja Magnus Malin Marit Mette Mikael Mikkel Mogens Morten
Nanna Niklas Niels Odd Oddvar Ola Olav Ole Olle Olof Øyvind Peder Pernilla Pernille Per Preben Ragnar Ragnhild Rasmus Rikke Roar Roger Rolf Rune Saga Signe Sigurd Sindre Siv Sofie Solveig Søren Staffan Stein Steinar Stig
Sture Svein Svend Sverre Synnøve Terje Thor Thorbjørn Tone Tor Torbjörn Tore Torgeir Torsten Troels Trond Trygve Ulla Ulrik Unni Vidar Viggo Vilhelm Yngve Aino Antti Eero Eeva Eino Esa Hannu Heikki Helmi Henna Ilkka Jari
Jarmo Johanna Jorma Jouni Juha Juhani Jukka Jussi Kaarina Kalevi Kalle Kari Kirsi Lauri Leena Liisa Marja Markku Marko Matti Mika Mikko Minna Niko Olli Outi Paavo Päivi Pekka Pertti Petri Pirjo Pirkko Raimo Reijo Riitta
Ritva Risto Sakari Sami Sanna Satu Seppo Taina Tapio Tarja Teemu Terhi Timo Toni Tuija Tuomas Tuula Veikko Vesa Ville Birta Björk Egill Guðrún Gunnhildur Helgi Hildur Jón Jónas Katrín Ólafur Ragnheiður Sigríður
Sigurður Snorri Þór Þóra Vigdís Aoife Bronwyn Cathal Ciaran Dafydd Eamon Eoin Gareth Geraint Gwyneth Ifan Iestyn Llewellyn Maeve Niall Orla Oisin Padraig Rhys Roisin Ruairi Saoirse Siobhan Sorcha Tadhg Alasdair Callum Ewan
Fergus Finlay Hamish Iain Lachlan Morag Struan Giorgos Dimitris Dimitrios Eleni Ioanna Katerina Konstantinos Kostas Maria Nikos Panagiotis Sofia Spyros Stavros Theodoros Vasilis Yannis Ayşe Ahmet Aylin Ayhan Aziz
Barış Berk Burak Bülent Cem Cengiz Deniz Ebru Elif Emine Emre Enes Ercan Erdem Erdoğan Eren Esra Fatih Ferhat Furkan Gamze Gizem Gökhan Gül Hakan Halil Hande Hatice Hüseyin İbrahim İsmail Kemal Levent Mehmet Melek Merve Mert
Murat Mustafa Necati Nilgün Nuray Okan Onur Orhan Osman Ömer Özge Ozan Özlem Pınar Recep Selim Selin Serdar Serkan Sevgi Sibel Sinan Süleyman Şebnem Tayfun Tolga Tuğba Tülay Turgut Ümit Umut Volkan Yağmur Yavuz Yusuf Zehra
Zeynep Adaeze Adebayo Ade Akin Amara Amadi Ayodele Babajide Chidi Chiamaka Chijioke Chinedu Chinua Chioma Chukwuemeka Ebele Efua Ekene Emeka Femi Folake Ifeanyi Ifeoma Ikenna Kelechi Kofi Kwabena Kwame Kwasi Lerato Lindiwe
Lwazi Mandla Ngozi Nkechi Nnamdi Nomsa Obinna Olumide Oluwaseun Sipho Temitope Thabo Thandiwe Tunde Uche Wanjiku Wangari Yaw Zanele Zodwa
Akiko Akio Akira Asuka Atsushi Ayaka Ayako Ayumi Chieko Daisuke Emi Emiko Eriko Fumiko Fumio Goro Hana Hanako Harumi Haruka Haruki Haruto Hideki Hideo Hikaru Hina Hiroki Hiroko Hiromi Hiroshi Hiroto Hiroyuki Hisako
Hitoshi Ichiro Isamu Isao Jiro Jun Junichi Junko Kaito Kana Kaori Katsumi Kazuki Kazuko Kazuo Kei Keiko Keisuke Keita Ken Kenichi Kenji Kenta Kiyoshi Koichi Koji Kumiko Kyoko Mai Makoto Mami Manabu Mari Mariko Masaaki
Masahiro Masaki Masako Masao Masashi Masato Mayu Mayumi Megumi Michiko Midori Mika Miki Minako Minoru Misaki Mitsuo Miyuki Miho Momoko Naoki Naoko Naomi Natsuki Nobuko Nobuo Noboru Noriko Osamu Reiko Ren Riku Rina Ryo
Ryosuke Ryota Sachiko Sadao Saki Sakura Satoko Satoru Satoshi Sayaka Sayuri Setsuko Shigeo Shigeru Shin Shingo Shinichi Shinji Shizuka Shizuko Sho Shota Shoji Shun Sora Susumu Tadashi Taichi Takako Takao Takashi Takeo
Takeshi Takuya Takumi Taro Tatsuya Tetsuo Tetsuya Tomoko Tomomi Toru Toshi Toshiko Toshio Tsutomu Wataru Yasuko Yasuo Yoichi Yoko Yosuke Yoshi Yoshiko Yoshio Yui Yuichi Yuka Yukari Yuki Yukiko Yukio Yuko Yumi Yumiko Yusuke
Yuta Yutaka Yuto Bao Bing Bo Chao Chen Cheng Chunhua Dan Dawei Dong Fang Fei Feng Guang Gang Guo Hai Haibo Hao Haoran Heng Hong Hua Hui Jia Jian Jianguo Jiayi Jie Jin Jing Jun Junjie Kai Kun Lan Lei Li Lihua Lili Lin
Ling Mei Meiling Min Ming Na Ning Peng Ping Qiang Qing Rong Rui Shan Shu Siyu Tao Ting Wei Weiming Wen Wenjie Xia Xiang Xiao Xiaohong Xiaoling Xiaoming Xin Xinyi Xiu Xiuying Xue Yan Yang Yi Yichen Ying Yong Yu Yuan Yue
Yun Yuxuan Zhen Zhi Zhiqiang Zihan Zixuan Anh Bình Chi Dũng Dung Duc Đức Giang Hạnh Hieu Hiếu Hoa Hoang Hùng Hung Huong Hương Huy Khanh Khánh Kien Lan Linh Loan Long Mai Minh My Nam Nga Ngoc Ngọc Nguyet Nhung Phong Phuc
Phuong Phương Quan Quang Quoc Quynh Sơn Tam Tâm Thang Thanh Thảo Thao Thi Thị Thuy Thủy Tien Trang Trinh Trung Tuan Tuấn Tuyet Van Viet Vinh Xuan Yen Eunji Eunjung Donghyun Gildong Haneul Hyejin Hyun Hyunjin Hyunjoo
Hyunwoo Jaehyun Jaewon Jieun Jihoon Jihye Jimin Jinwoo Jisoo Jisu Jiwon Jiyeon Jiyoung Joonho Junho Junseo Kyungsoo Mijin Minho Minji Minjun Minjung Minsoo Minsu Sanghoon Sangmin Seojun Seoyeon Seungho Seunghyun
Soojin Sooyoung Soyeon Subin Sungho Sungmin Sunhee Taehyung Taemin Wonjae Yejin Yeonju Yoona Yoonji Youngho Youngjae Youngsoo Yujin Yuna Joko Agus Budi Dewi Siti Nur Putri Wayan Made Ketut Sri Rizal Andi Bayu Indah Ratna
Somchai Somsak Siriporn Nattapong Malee Niran Jasmin Jomar Rizalino Maricel Rowena Jayson Arnel Aviva Avi Avraham Ayelet Chaim Dov Eitan Gal Gilad Hadas Itai Lior Michal Moshe Nir Noa Noam Ofer Ori Rivka Shai Shira Shlomo
Tamar Tal Yael Yaakov Yehuda Yitzhak Yoav Yosef Ziv Mehran Parisa Shirin Arash Behnam Dariush Farhad Kaveh Mina Nasrin Navid Niloufar Omid Roya Siamak Soraya`
  .trim()
  .split(/\s+/);
