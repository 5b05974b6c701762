/** Given names of India and its neighbours, of the Arab countries and Iran, and of Turkey, a paragraph each. */
export const SOUTH_ASIAN_GIVEN_NAMES: readonly string[] = `
Siva Selva Karthi Venky Subbu Muthu Senthil Vignesh Mani Kannan Saravanan Anbu Kumaran Thiru Velu Harini Gayathri Vasantha
Aadhya Aadi Aakash Aamir Aanya Aarti Aarush Aashish Abhay Abhijeet Abhijit Abhilash Abhinav Adarsh Advait Ahana Aishwarya Akanksha Akhil Akhilesh
Akshara Alka Alok Aman Amandeep Amar Amarjit Ambika Amita Amitabh Amol Amrit Amritpal Aneesh Anindya Anirudh Anish Anjana Anju Ankur Anshul Anuj
Anup Anupam Anupama Anusha Anushka Apoorva Archana Arnav Arpit Arpita Arundhati Arushi Arvind Aryan Ashish Ashwini Atul Avani Avinash Ayush Babita
Bala Balaji Baldev Baljeet Baljit Balwinder Bhanu Bharati Bhaskar Bhavani Bhavesh Bhavya Bhupinder Bikram Bimal Bina Bindu Brijesh Chaitanya
Chanda Chandan Chander Chandni Charan Charu Chetan Chhaya Chirag Chitra Daksh Daljit Damini Darshan Dattatreya Davinder Debashish Deepali Deepti
Devanshi Devansh Devendra Devika Dhanush Dharmesh Dharmendra Dhruv Dilip Dilpreet Dimple Dipa Dipak Dipika Dipti Durga Ekta Esha Farhana Gagan
Gauri Gautam Gayatri Geetha Gita Govind Gulshan Gurbir Gurdeep Gurdial Gurmeet Gurmukh Gurpreet Gursharan Gurvinder Harbhajan Hardeep Hardik
Harinder Harjinder Harjit Harjot Harleen Harman Harmanpreet Harmeet Harpreet Harsha Harshad Harshit Harshita Hemal Hemant Hemlata Himani Himanshu
Hitesh Indrajit Inder Inderjit Indu Isha Ishan Ishita Ishwar Jagdeep Jagdish Jagjit Jagruti Jai Jaidev Jaspal Jaspreet Jasvinder Jaswant Jasmeet
Jatin Jayant Jayanta Jayanthi Jayesh Jayshree Jeevan Jhanvi Jigar Jignesh Jitendra Jyotsna Kabir Kailash Kajal Kalyan Kalyani Kamaljit Kamini
Kamlesh Kanchan Kanika Kanta Kapil Karthik Kartik Kaushal Kaushik Kavitha Kavya Kedar Keshav Ketan Kirti Kishan Komal Krishnan Krupa Kuldeep
Kulwant Kumari Kunal Kusum Lakhan Lakshay Lalit Lavanya Laxmi Leela Madan Madhavi Madhur Mahendra Mahima Malathi Malati Malini Mamta Manasi
Mandeep Mangal Manjeet Manjit Manju Manjula Manmohan Manohar Mansi Manu Mayank Mayur Meenakshi Megha Meghana Mihir Milind Minal Mithun Mitali
Mohini Mohit Mridula Mukta Mukul Murali Nachiket Nagesh Naina Nalini Namrata Nand Nandita Naren Narendra Naresh Narinder Navdeep Navin Navjot
Navneet Navya Neelima Neena Neetu Nidhi Nilam Nilesh Nilima Nimisha Niraj Niranjan Nirav Nirmal Nirmala Nishant Nishi Niteen Nitesh Nithya Nitu
Omkar Padma Padmaja Padmini Parag Paramjit Paresh Parminder Parth Parul Parvathi Parvati Pavan Pawan Payal Pinky Piyush Poonam Poornima Prabhakar
Prabhat Prabhjot Prabhu Prachi Pradeep Pradip Prajakta Pranay Pranjal Prasanna Prashanth Pratap Prateek Pratibha Pratima Praveen Preethi Prerna
Prisha Pritam Priyanshu Puja Punam Puneet Purnima Purushottam Pushpa Rachana Rachna Radhika Raghav Raghavendra Rajani Rajat Rajendra Rajeshwari
Raji Rajinder Rajkumar Rajni Raju Rakhi Rama Ramakrishna Ramila Ramya Ranbir Ranjan Ranjana Ranjit Ranjini Ranveer Rashmi Rasika Ratan Ravinder
Ravindra Reema Reena Renu Revathi Richa Riddhi Rishabh Ritesh Ritika Riya Rohini Roopa Roshan Roshni Ruchi Ruchika Rudra Rukmini Rupa Rupal Rupali
Rupesh Rupinder Sadhana Sagar Sahil Sakshi Samar Sameer Sampath Sanchita Sandhya Sanjiv Sanjukta Sankalp Sanket Sanya Sapna Sarala Saranya Sarika
Saroj Saroja Sarojini Satish Satinder Satnam Satpal Satya Satyam Saumya Saurav Savita Savitha Savitri Sejal Shabnam Shaila Shailaja Shailendra
Shakti Shakuntala Shambhavi Shanta Shanthi Sharad Sharada Sharmila Shashank Shashi Sheela Sheetal Shikha Shirish Shiva Shivam Shivani Shivkumar
Shobha Shobhana Shraddha Shreyas Shruti Shubhangi Shweta Shyamala Siddhi Simran Sindhu Smriti Snehal Soham Somnath Sonal Sonali Sonam Sonu Soumya
Sourav Sreeja Sridevi Sridhar Srikanth Srilatha Srinivas Sruthi Suchitra Sudhakar Sugandha Suhas Suhani Sujatha Sujay Sujit Sukanya Sukhdeep
Sukhdev Sukhjit Sukhpreet Sukhvinder Sulekha Suman Sumana Sumanth Sumathi Sumita Sumitra Sunanda Sundar Sundeep Suniti Supriya Surbhi Surekha
Surendra Surinder Surjit Surya Sushant Susheela Sushila Sushma Sushmita Swapna Swapnil Swarna Swathi Tanmay Tanu Tanuja Tarun Tejas Tejal
Tejaswini Trupti Tushar Umang Upendra Urmila Urvashi Uttam Vaibhav Vaishali Vaishnavi Vani Varsha Vasant Vasanth Vasanthi Vasudha Vasundhara Ved
Veena Veer Venkata Venkateswara Vibha Vidhi Vidya Vijaya Vijayalakshmi Vikrant Vimal Vimala Vinayak Vinita Vipin Vipul Viraj Virat Virender Vishnu
Vishwanath Vrinda Yamini Yashika Yashoda Yashwant Yogita Zubin
Aamina Aaliyah Abdelkader Abdellah Abdi Abeer Adeel Adel Adeela Adib Adil Afsana Afsaneh Afshan Afsheen Ahlam Aiman Alaa Aleena Alia Aliyah
Alireza Almas Amani Amany Ameen Ameena Ameer Amer Amin Amine Amineh Amirah Amjad Ammar Anas Anisa Aqsa Aref Arif Arman Arsalan Arwa Aryana Aseel
Asif Asmaa Atefeh Atif Atiya Awad Aya Ayah Ayman Aysha Ayub Azad Azadeh Azeem Azhar Aziza Azra Babak Badr Bahar Baheej Bahram Bashar Basim Basma
Bassam Batool Behnaz Behrouz Bilqis Dalal Daoud Dawood Diya Doaa Dunya Ebrahim Ehsan Elaheh Elham Emad Eman Esmail Fadia Fadil Fahd Fahim Fahmida
Faiz Faiza Fakhri Fardin Fareed Fareeda Fares Fariba Farida Farouk Farrukh Farshid Faryal Farzad Farzana Farzaneh Fateh Fatema Fatemeh Fathi Fatin
Fatmah Fawad Fawzi Fawzia Faysal Fereshteh Firas Firdaus Firouz Fouad Ghada Golnaz Habiba Hadeel Hafez Hala Haleema Hamad Hamed Hameed Hamida
Hanane Hani Hania Hanif Haroon Harun Hashim Hasina Haya Haydar Hayat Heba Hesham Hiba Hicham Hisham Hoda Homa Hooman Hossam Hossein Houda Humaira
Humayun Husain Husam Husna Ibtisam Ihab Ihsan Ikram Ilham Ilyas Imad Inaya Inas Iqra Irfan Irshad Isam Ishaq Ismat Issam Jabir Jafar Jalal Jaleh
Jalil Jameel Jameela Jamil Jamshid Jannat Javad Jawad Jibril Jumana Junaid Kamran Karam Karima Kasim Kawthar Khansa Khadeeja Khairul Khawla
Khurram Kianoush Kourosh Laith Laleh Lamia Latif Latifa Lubna Lujain Luqman Lutfi Maha Mahdi Maher Mahmud Mahnaz Mahsa Mahtab Maisa Majed Malak
Maliha Manal Mansoor Mariya Marwa Marwan Maryum Marzieh Masoud Masud Maysa Maysoon Mehmood Mehrdad Mehreen Mehvish Milad Minhaj Misbah Mohamad
Mohsen Mohsin Moin Mojtaba Morteza Mostafa Mouna Mubarak Mudassar Muhammed Mujahid Mukhtar Mumtaz Muna Muneeb Munir Munira Murtaza Musa Musab
Muzammil Nabeel Nabila Nader Nadim Naeem Nafisa Naghmeh Nagwa Nahid Nahla Naim Naima Najat Najib Najla Najma Najwa Nargis Nasim Naseem Naseer
Nasreen Naveed Nawal Nazanin Nazia Nazim Nazir Nesrine Nida Niloofar Nimra Nizar Noha Noman Nosheen Noura Numan Nura Nusrat Omaima Omer Othman
Ouafa Parvin Parviz Payam Pegah Peyman Pouya Qadir Qais Rabab Rabia Radwan Rafi Rahima Raid Rajab Ramin Ramiz Ramzan Ramzi Rasha Rashed Rasheed
Rasool Raza Razan Razia Rehan Rehana Riad Ridwan Rifat Riham Rima Riyad Rizwan Roza Rubina Rukhsana Ruqayya Saba Sabeen Saber Sabiha Sabir Sabri
Sadaf Sadiq Saed Saeid Safa Safia Safiya Safwan Sahar Saif Saima Sajid Sajjad Sakina Salahuddin Salima Salman Salwa Samah Samaneh Samer Samia
Samina Samiya Sanam Saqib Sarmad Sarwar Sayed Sepideh Shaban Shadi Shafiq Shagufta Shahbaz Shaheen Shahida Shahin Shahla Shahnaz Shahram Shaima
Shakeel Shakil Shakira Shamim Shams Shamsa Sharifa Shayan Shazia Sheema Sherif Shiraz Shoaib Shohreh Sidra Siham Sobia Soha Sohail Soheila Soheil
Souad Suad Suhail Suhaila Sulaiman Sultan Sultana Sumaira Sumayya Tabassum Taha Tahira Tahereh Talal Talat Talha Tamim Taqi Tareq Tasneem Tayyab
Tayyaba Touraj Ubaid Umair Umm Usama Uzma Wafa Wahid Waqar Waqas Waseem Wasim Widad Yaqub Yara Yaseen Yasir Yasmeen Younes Younis Yousaf Youssra
Yousuf Yunus Yusra Zahid Zahir Zaid Zaina Zakaria Zakia Zayd Zayed Zeinab Zeeshan Zia Zohra Zohreh Zubair Zulfiqar
Alp Alper Asli Aslı Aydin Aysel Aysegul Ayşegül Ayse Ayten Baris Bahadir Banu Basak Batuhan Belgin Bengi Berat Berkay Berna Betul Beyza Birsen
Bora Buket Bulent Burcu Busra Büşra Canan Cansu Caner Cemal Cemil Cenk Ceren Cevdet Cigdem Çiğdem Cihan Cuneyt Damla Defne Demet Derya Devrim
Dilara Dilek Doruk Duygu Ecem Ege Ekin Ekrem Elvan Emel Emrah Ender Engin Erdal Erdogan Erhan Erkan Erol Ersin Ersoy Ertugrul Esin Esma Evren
Fadime Fahri Faruk Feride Ferit Figen Fikret Filiz Fulya Funda Gokce Gokhan Gonca Gonul Gul Gulay Gulcan Gulsen Gulsum Gunes Güneş Gürkan Gurkan
Hacer Haldun Haluk Handan Hasret Hulya Hülya Hurriyet Huseyin Ilker İlker Ilkay Inci Irem İrem Irmak Ismet Ipek İpek Kaan Kadir Kadriye Kerem
Kerim Kivanc Koray Korhan Kubra Kübra Mahir Melike Melis Meltem Meral Merih Mesut Metin Muge Müge Mujde Muzaffer Nalan Nazan Nazli Nazlı Necla
Nermin Neslihan Nesrin Nevin Nihal Nihat Nilay Nilgun Nilüfer Nurcan Nurgul Nuri Nursel Oguz Oğuz Oktay Onder Önder Ozge Özgür Ozgur Ozlem Pelin
Pinar Rabiye Remzi Rukiye Sabahattin Sadik Sakine Saliha Samet Savas Seda Sedat Sefa Selami Selcuk Selçuk Selda Sema Semih Semra Senem Senol Serap
Serhat Serpil Sevda Sevil Sevim Seyma Sezen Sezer Simge Sinem Songul Suat Sukran Suna Tamer Tansel Tarik Taner Teoman Tugba Tugce Tulay Tuna
Tuncay Turgay Turhan Turkan Ufuk Ugur Uğur Umit Ünal Vedat Yalcin Yasemin Yeliz Yesim Yigit Yildiz Zafer Zeki Zekiye Zeliha Zerrin Zuhal Zuleyha`
  .trim()
  .split(/\s+/);
