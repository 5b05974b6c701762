/** More family names, from H to L. */
export const FAMILY_NAMES_H_TO_L: readonly string[] = `
Hackett Hadden Haddon Hadley Haffner Hagan Haggard Haggerty Hague Haig Haigh Haines Hakimi Halas Haldane Halford Halim Hallam Hallett Halley
Halliday Hallinan Halliwell Halloran Hallows Halpern Halsey Halstead Halton Hamblin Hambleton Hambro Hamer Hamill Hamm Hampson Handley Hanif
Hankin Hankins Hanley Hanlon Hannaford Hannan Hannigan Hannon Hanrahan Hansard Hanssen Happel Haque Haralson Harcourt Hardcastle Hardie Hardwick
Hare Hargrove Harker Harkin Harkins Harkness Harlan Harland Harlow Harman Harmer Harms Harnett Harrigan Harriman Harrod Harrow Harrower Hartigan
Hartland Hartnell Hartnett Hartshorn Hartwell Harwood Haskell Haskins Haslam Hassall Hastie Hastings Haswell Hatcher Hathaway Hatton Haughton
Havel Havers Haverty Haviland Hawes Hawke Hawken Hawkes Hawking Hawksworth Hawley Hawthorn Hawthorne Hay Haydock Haydon Hayek Hayhurst Hayman
Hayter Hayward Haywood Hazell Hazelwood Hazlett Hazlitt Headley Heald Healey Healy Heaney Heaps Hearn Hearne Hearst Heaslip Heathcote Hébert Heck
Heckman Hedges Hedley Heeley Heenan Heffernan Hegarty Heidegger Heilmann Heine Heinemann Heisenberg Hellström Helm Helmholtz Hemming Hemmings
Hemingway Hemsley Hemsworth Henao Hendersen Hendrickson Hendry Hendy Heneghan Hennessey Hennig Henriksson Henriques Henshall Henshaw Henstridge
Henty Hepburn Herbertson Herd Heredia Herlihy Hermans Hermansen Hernandes Heron Herrington Herron Herschel Hersh Hershey Hetherington Heuer
Hewlett Hewson Heyer Heywood Hibberd Hibbert Hickling Hickson Higgs Higham Highsmith Hightower Higson Hildebrand Hildebrandt Hillier Hillis
Hillman Himmelfarb Himsworth Hinchcliffe Hinchliffe Hinckley Hinds Hindle Hindley Hinkle Hinkley Hinman Hinshaw Hirani Hirsch Hirst Hitchcock
Hitchens Hitchings Hoare Hobart Hobday Hobson Hockney Hodgkins Hodgkinson Hodgkiss Hodgson Hodkinson Hoey Hofer Hoff Hofstadter Hogarth Hogg
Holbrook Holcombe Holdcroft Holgate Hollander Holleran Holley Holliday Hollingsworth Hollingworth Hollinghurst Hollins Hollister Hollowell
Holmberg Holmgren Holmqvist Holmström Holroyd Holst Holton Holtz Holzer Homan Honeycutt Honeywell Hooke Hoolihan Hooten Hopcraft Hopkin Hopkinson
Hopley Hopwood Horan Hornby Horner Hornsby Horowitz Horrocks Horsfall Horsley Horstmann Horvath Horwitz Hosking Hoskins Hossain Hostetler Hough
Houghton Houlihan Housman Howells Howes Howie Howland Howlett Howley Howson Hoxha Hoy Hoyle Hoyt Hubley Huckabee Huddleston Hudgins Hufnagel
Huggett Huggins Hughson Huish Hulme Hulse Hume Humphreys Humphries Hundley Hunte Huntington Huntley Huntsman Hurd Hurrell Hursthouse Hurtado
Husbands Huskisson Hussey Huston Hutcheson Hutchings Hutchins Hutchison Huth Hutton Huỳnh Hyatt Hyland Hyman Hynes Hyndman Hyslop Iacono Ibarra
Ibe Ibekwe Ibrahimovic Idowu Idris Ignatius Ikeji Ilie Illingworth Ilyas Imrie Ince Inglis Ingham Ingleby Ingrams Inman Ionescu Irani Ireton Irons
Ironside Irvine Isaacson Isherwood Issa Ivanenko Ives Ivey Jacklin Jackman Jacobi Jacobsen Jadhav Jaeger Jagtap Jalali Jameson Jamieson Janes
Janik Jankovic Janković Janssens Januzzi Jaramillo Jardine Jaros Jarrett Jarrold Jarvie Jasinski Jassal Javaid Jayakumar Jayaraman Jayasuriya
Jeffers Jefferies Jeffreys Jeffries Jelinek Jellicoe Jemison Jenkinson Jenner Jephson Jepson Jernigan Jervis Jessop Jessup Jewell Jewett Jhaveri
Jindal Jobson Johal Johannsen Johanson Johnsen Johnstone Jolley Jong Jonson Joplin Jopling Jordaan Jorgensen Josephs Josephson Joubert Jourdain
Jowett Juárez Judd Jurado Kaba Kabir Kadar Kagan Kahale Kahan Kahn Kakkar Kalinowski Kalita Kalra Kamara Kamel Kaminska Kaminski Kamińska Kaminsky
Kamp Kampmann Kanakaris Kandel Kannan Kapadia Kappel Karpov Karppinen Kashyap Kassab Kaul Kavanaugh Kawasaki Kazi Kearns Keaton Keats Kebede
Keegan Keel Keeling Keen Keenan Keene Keeney Kehoe Keir Kelleher Kellett Kellogg Kells Kelsall Kelso Kemble Kempe Kempson Kendall Kendrick
Keneally Kennard Kennaway Kennet Kenney Kenrick Kensington Kenworthy Kenyon Keough Kepler Kerber Kermode Kernaghan Kerrigan Kerwin Keswick
Ketteridge Ketley Keyes Keynes Khalili Kharel Khatun Kidman Kielty Kiely Kiernan Kilbride Kilgore Killeen Killian Kilner Kilpatrick Kimball Kimber
Kimble Kimbrough Kincaid Kinder Kingsbury Kingsley Kinnear Kinsella Kinsey Kipling Kiplagat Kiptoo Kirkham Kirkpatrick Kirkup Kirkwood Kirwan
Kissinger Kitchener Kite Kitson Kleinman Klimek Klimt Klinger Klopp Kloss Knapton Knightley Knighton Knott Knotts Knowlton Knudson Knutsen Kočí
Koenig Kohl Kohler Kolar Kolb Kolawole Koller Kolodziej Komarov Kone Koné Konig Koop Kopp Korhonen Korn Kos Kosinski Kossoff Kostić Kotecha
Kothari Kourakis Kovac Kováč Kovacevic Kovacs Kovalchuk Kovalev Kowal Kowalczuk Kowalewski Kowalska Koziol Kozlowski Krafft Krauss Kravitz Kreuger
Krieger Krishnamurthy Krishnan Kristoffersen Kroeger Kroll Kruger Krueger Kruse Krupa Kubiak Kucera Kumari Kundu Kurien Kurtz Kurz Kushner
Kuusinen Kwarteng Laboy Lachance Lacey Lachapelle Ladd Laflamme Lafleur Lafontaine Laforge Lagarde Lahiri Lahti Laidlaw Laing Laird Laith Lakhani
Lalonde Lamarr Lambeth Lamont Lamontagne Lamothe Lampard Landau Landers Landis Landon Landreth Landsberg Langdon Langer Langford Langham Langlois
Langston Langton Lanier Lankester Lansbury Lansdowne Lapointe Laramie Lardner Largent Larkin Larkins Larocque Larose Larouche Larue Lascelles
Laskey Lasker Lassiter Latham Lathrop Latif Latimer Latour Lattimore Lauder Lauer Laughlin Laughton Lauzon Lavallee Lavelle Laverick Laverty
Lavigne Lavoie Lawal Lawley Lawlor Lawler Lawrie Lawton Laxton Laycock Layton Lazar Lazarus Lazenby Leadbetter Leahy Leake Leaver Leavitt Lebowski
Lechner Leclair Ledbetter Leduc Ledger Leeming Leeson Legault Legge Leggett Lehman Lehner Lehtinen Leibniz Leibowitz Leighton Leith Leitch Leitner
Lemay Lemieux Lemire Lemke Lemos Lenihan Lennon Lenoir Lentz Leopold Lepage Leppard Lerner Lesage Lessard Letham Letourneau Leavell Levesque
Lévesque Levin Levitt Lewandowska Lewin Leyton Libby Liddell Lieberman Liebermann Lightbody Lightfoot Lilley Limbu Lindahl Lindblom Linden
Lindholm Lindley Lindner Lindstrom Linehan Lingard Linklater Linley Linton Lipinski Lipkin Lipman Lipowski Lippmann Lipscomb Lipton Lisle Lister
Liston Litchfield Lithgow Littlejohn Littleton Littlewood Litvak Liversidge Livermore Livesey Livingstone Llorente Loach Lockhart Lockett Lockie
Locklear Lodge Loeb Loewe Lofthouse Loftus Logue Loh Lombard Longbottom Longfellow Longford Longhurst Longley Longman Longoria Longstaff Longworth
Lonsdale Loosemore Lorentzen Lorenzen Loring Losada Loughlin Loughran Lourenço Lovatt Lovegrove Lovejoy Lovelace Loveland Lovell Lovelock Lovering
Lovett Lovato Lowden Lowndes Lowrie Lowry Lowther Lubbock Lucero Luckhurst Ludlow Lujan Łuczak Luczak Luft Lugo Lukacs Lukas Luker Lumley Lumsden
Lundy Lunn Lunt Lupton Luthra Lyall Lydon Lyman Lynas Lyne Lytle Lyttelton Lytton`
  .trim()
  .split(/\s+/);
