/** Given names of Britain, Ireland and North America, with short and pet forms. */
export const ENGLISH_GIVEN_NAMES: readonly string[] = `
Bill Jonno Baz Gaz Daz Shaz Caz Loz Jez Gazza Bazza Dazza Shazza Robbo Stevo Davo Damo Johnno Simmo Thommo Deano Jimbo Macca Tash Gav Kev Trev Viv Jools Soph Suze Bron Bronny Ged Kez Kel Nige Ozzy Roz Ros Tez Wez Yas Kaz Karo Maz Hazza Wazza
Lyds Chaz Jase Wozza Katka Mags Maggs Becks Bex Shel Jaz Rach Gabs Seb Nico
Abbie Adalyn Addie Ainsley Alden Aleesha Alexia Alfie Alisha Allegra Allie Alyson Amaya Amber Anabel Anika Annabel Annabeth Annalise Ansel Anselm
Arabella Archibald Arden Ariane Arlo Arnie Arran Asa Asher Ashlyn Aspen Aston Atticus Audie Augustine Augusta Azalea Bailee Bartholomew Basil
Beatrix Beau Becca Bella Benita Benji Bennie Bernadine Bertram Bethan Bettie Bettye Bev Beverlee Billie Birdie Bjorn Bobbi Braden Bradyn Braxton
Brayden Brea Breanna Bree Brenna Brendon Briar Brigid Brittney Broderick Brodie Bronwen Bryanna Bryn Bryony Buddy Byron Cade Caden Caitlyn Callie
Camden Camilla Candy Caprice Caren Carissa Carlene Carlie Carlotta Carmel Carmella Carolyne Carrol Caryn Casper Cassidy Cassie Catrin Catriona
Cayden Celestine Chantelle Charis Charleen Charlee Charley Charmaine Chastity Chauncey Chaya Chelsey Cheri Cherie Cheyenne Christabel Christal
Christi Chrissie Chrissy Chrystal Cillian Cindi Clair Clarice Claudette Clem Clementine Cleo Cletus Clotilde Coby Coleen Colby Colm Colt Colton
Conan Coral Coralie Cordelia Coretta Corina Corine Corrina Corrine Cortney Cosmo Coy Cressida Crispin Cristal Crystal Curt Cyndi Dahlia Dakota
Damaris Damion Dandre Danette Dani Danica Danika Danita Danna Dannie Dara Darby Darcey Darla Darleen Darnell Darragh Darrin Daryn Dashawn Davey
Davina Davy Deacon Deana Deandre Deann Deanne Debora Deena Deidra Deidre Deion Deja Delbert Delilah Delma Delmar Delroy Demarco Demetria Demetrius
Demi Denice Denny Denzel Denzil Deon Derrell Deshawn Dessie Destinee Destiny Devante Devonte Dewayne Dewey Dianna Dickie Dinah Dion Dionne Dixie
Dolly Dominik Donal Donavan Donnell Dorian Dorinda Dorothea Dorthy Dottie Dougal Douglass Drusilla Dulcie Dusty Dwain Dwyane Dyan Dymphna Eamonn
Earlene Earline Ebenezer Edie Edna Edwina Edyth Efrain Eilidh Eira Eirlys Eithne Elaina Elbert Elden Eldon Eldridge Eleanora Elinor Eliot Elisha
Ellery Elliana Ellwood Elma Elmo Elodie Elouise Elroy Elsbeth Elspeth Elva Elwood Elwyn Emerald Emery Emmeline Emmett Emmie Emmy Emory Emrys Ena
Enid Enoch Ephraim Errol Erykah Esme Esmé Esmee Essie Esta Etta Ettie Eudora Eugenie Eula Eulalia Eustace Evander Evelina Evie Ewen Fallon Farrah
Fay Felipa Fergal Ferdinand Fern Ffion Fifi Finbar Finnegan Fintan Flo Florrie Flossie Forrest Franchesca Franklyn Frazer Freya Gabby Gabe Gage
Garrick Garth Gayle Gaynor Gena Genesis Georgette Georgiana Georgie Gertie Gethin Gia Gigi Gillian Ginny Glenna Glenys Glyn Glynis Golda Goldie
Grady Graeme Grainne Gráinne Grayson Griff Grover Gus Gussie Gwenda Gwyn Hadley Hailee Hallie Harlan Harrie Harriett Harriette Haydn Hayley Haylee
Hedy Heloise Herb Herbie Hermione Hettie Hiram Hollie Honora Horatio Howie Huw Hyacinth Ianto Ieuan Ignatius Ilana Ilene Iliana Imelda Ina Iolo
Iona Irena Isa Isidore Isobel Issac Ivor Izaak Izabella Izzy Jace Jacinda Jacinta Jacoby Jacquelin Jacquelyn Jada Jaden Jaiden Jaimie Jaleesa
Jalen Jameson Janae Jancis Janell Janessa Janie Janna Jannette Jarod Jarrad Jarred Jarrett Jarrod Jas Javon Jax Jaxon Jaxson Jaycee Jayda Jaydon
Jayla Jaylen Jaylon Jazmin Jazmine Jeanie Jeannie Jedidiah Jefferey Jem Jemima Jemma Jena Jerald Jeralyn Jeri Jerri Jerrod Jessika Jethro Jett
Jewel Jewell Joanie Jobeth Joelle Joely Johnathon Joleen Jolie Jolyon Jonah Jonathon Jonelle Jordana Jordy Jordyn Jorja Jory Joselyn Josette
Joslyn Joss Jud Judah Judd Jude Judi Judie Judson Juli Julianna Juniper Justina Kacey Kacie Kade Kaden Kaila Kailey Kaitlin Kaitlynn Kaleb Kaleigh
Kali Kallie Kameron Kami Kandace Kandi Kandice Karissa Karli Karly Karolyn Karon Karrie Karyn Kassandra Kassidy Kassie Kat Katelin Katelynn Kathe
Katheryn Kathi Kathie Kathryne Katina Katlyn Kayden Kaylee Kayleigh Kaylie Kaylin Kayson Keanu Keaton Kecia Keegan Keeley Keely Keenan Keira
Keisha Kelby Kellen Kellyanne Kelsi Kelsie Kelton Kendal Kendall Kendrick Kennith Kenton Kenyon Keri Kerri Kerrie Keshia Keziah Kian Kiana Kiara
Kiefer Kiera Kiersten Kieron Kiki Kiley Kimber Kimberlee Kimmy Kingsley Kinsey Kip Kira Kirstie Kit Kitty Kody Kolby Korey Kori Kory Kris Krista
Kristal Kristan Kristie Kristopher Krystle Kurtis Kya Kyla Kylee Kyleigh Kyra Kyrie Lacey Lacie Lacy Ladonna Lakeisha Lakesha Lakisha Lamar Lamont
Landon Laney Lashawn Lashonda Latasha Latisha Latonya Latrice Laurel Lauryn Lavinia Lavonne Lawanda Layne Layton Leander Leandra Leann Leanna
Leighann Leighton Lela Leland Lemuel Len Lennie Lennon Lenny Lenora Lenore Leola Leona Leonie Leopold Lesa Lesley Leta Letha Letitia Lettie Lew
Lexi Lexie Libby Liberty Lilac Lilah Lilith Lilly Lincoln Lindy Linette Linnet Linton Linus Linwood Lisbeth Lisette Lissa Livia Livvy Liza Lizbeth
Lizette Lochlan Lolita Lonnie Lora Loraine Loren Lorene Lorie Lorne Lorri Lottie Louella Louie Luann Luanne Lucian Lucius Lucretia Luella Lulu
Lupe Luz Lyla Lyman Lyn Lyndsay Lyndsey Lynnette Lynton Lynwood Lyra Lysette Mable Macey Maci Macie Macy Madalyn Maddison Madelaine Madelyn Madge
Madisyn Maegan Magdalene Mahalia Maisie Maisy Makayla Makenna Makenzie Malachi Malachy Malia Malinda Mallory Malvina Mamie Mandi Manny Marcelle
Marcie Marcy Mardi Marge Margery Margret Mariah Marianna Mariela Marietta Mariette Marigold Marilee Marissa Marjory Markus Marla Marlee Marlena
Marley Marlin Marlo Marlon Marlowe Marlys Marnie Marquis Marquise Marquita Martyn Marva Maryanne Marybeth Maryellen Marylou Matilda Mattie Maude
Maura Mauricio Maverick Mavis Maxie Mayra Mckayla Mckenna Mckenzie Mckinley Meagan Meaghan Meg Meghann Mel Melba Melisa Melodie Melva Melvyn Mercy
Merle Merlin Merrick Merv Mervin Mervyn Meryl Micky Mikaela Mikayla Mikey Mila Milburn Miley Milford Millicent Millie Milly Milo Mimi Minerva Mira
Missy Mitzi Monte Monty Mordecai Morgana Moriah Mortimer Morwenna Mya Myah Myfanwy Myles Myrna Myron Nanette Nannie Naoise Nate Nathanael Nell
Nelly Nena Nerys Nessa Nev Neva Nevaeh Neve Neville Newt Nia Nichola Nicki Nickie Nicolette Nik Niki Nikolas Nila Nita Noe Nola Nona Norah Noreen
Nuala Nyla Oakley Octavia Odell Ofelia Olwen Olwyn Oona Orin Orlaith Orson Orval Orville Osbert Oswald Owain Ozzie Paddy Padraic Pansy Parveen
Pascoe Patience Pattie Payton Pearlie Peg Percival Petunia Peyton Phillipa Philomena Pia Piers Pippa Portia Precious Presley Primrose Princess
Prudence Prue Queenie Quincy Quinton Rachelle Rae Raegan Raelynn Rafe Raina Randi Raphael Rashad Rashida Raylene Reba Reece Regan Reggie Regis
Reina Remington Remy Rena Reta Retha Reyna Reynold Rhea Rhett Rhodri Rhona Rhonwen Ria Rian Rica Richie Ricki Rickie Ridley Riordan Ritchie Robby
Rocio Roddy Róisín Romy Ronan Ronda Ronin Ronna Ronny Roosevelt Rosaline Rosalyn Rosanne Roscoe Roseanne Rosella Rosetta Roslyn Roxana Roxie Royce
Russel Ruthie Ryder Ryker Rylan Rylee Ryleigh Sade Saffron Sal Sallie Sammie Sammy Samson Sandi Sarah-Jane Sarai Saskia Saundra Savanna Scarlet
Scarlett Scottie Seamus Séamus Seán Selina Seraphina Seymour Shamus Shana Shania Shanice Shanelle Shani Shanon Shantel Shantelle Shaquille Sharla
Sharlene Sharron Shauna Shavonne Shay Shayla Shayna Shayne Shea Sheena Shelbi Shelia Sheree Sherie Sheridan Sherrill Sheryl Shirl Shirlee Shona
Shonda Shoshana Shyla Sian Siân Sibyl Silas Simeon Sinéad Siobhán Skye Skyla Skylar Skyler Sloane Sondra Sonny Stacia Stanford Steph Stephany
Stevie Stu Susannah Suzan Suzanna Suzy Sybil Tabatha Tad Talia Talitha Tameka Tamera Tamika Tammi Tammie Tamsin Tanisha Taran Tarquin Tatum Teddy
Teena Tegan Teigan Templeton Terra Terrie Tevin Thad Thalia Thea Theron Thom Thora Thurman Tia Tiana Tiara Tiffani Tilly Tisha Titus Tod Tonia
Topher Tori Torin Torquil Torrance Tre Trenton Trevon Trey Trinity Trish Trista Tristen Tristram Trudie Truman Twila Twyla Tyra Tyree Tyrell
Tyrese Tyron Ulric Ulysses Unity Valarie Valeria Venetia Venus Verity Verna Vikki Vilma Vin Vina Vinnie Virgie Vivienne Vonda Waldo Wally Walt
Warwick Waylon Wendi Wes Westley Weston Wilburn Wilda Wilford Wilfredo Wilhelmina Willa Wilmer Winnie Winona Woodrow Wynne Wynona Zac Zachariah
Zachery Zack Zackary Zander Zeb Zeke Zelma Zena Zola Zora Zuri`
  .trim()
  .split(/\s+/);
