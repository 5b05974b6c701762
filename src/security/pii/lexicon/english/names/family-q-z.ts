/** More family names, from Q to Z. */
export const FAMILY_NAMES_Q_TO_Z: readonly string[] = `
Quaid Quaye Quarles Quartey Quayle Quesada Quill Quiller Quinlan Rabinowitz Raby Racine Radebe Rademacher Radford Radice Radley Rae Raeburn
Raftery Ragan Raglan Rahimi Raikes Rainey Rainsford Raistrick Rajagopal Rajaratnam Rajendran Ralston Ramakrishnan Ramaswamy Rampling Ramsay
Ramsden Randle Rankin Rankine Ransford Ransome Raphael Rappaport Rascoe Rasheed Ratcliff Rathbone Rattigan Rattray Rauch Rault Rawal Rawat Rawlins
Rawlinson Rawls Rawson Rayner Raynor Razak Reade Realey Reaney Rearden Reardon Reaves Reavis Rebelo Redden Reddick Reddington Redfearn Redfern
Redford Redgrave Redhead Redman Redmayne Redmond Redpath Redwood Reece Reedy Rees Reeve Regan Regis Reich Reidy Reimer Reinhart Reiter Reith
Remington Renner Rennie Renfrew Renshaw Renteria Renton Renwick Resnick Restrepo Revell Revere Reynaud Rezaei Rezende Rhea Ricard Richardsen
Richer Riches Richey Richman Rickard Rickards Rickett Ricketts Rickman Rickson Riddell Riddick Rideout Ridgeway Ridgway Ridley Riedel Rieger Riera
Rifkin Rigg Rimmer Rincon Rinehart Ringrose Riordan Ripley Rivet Rizk Roache Roark Robb Robe Roberge Robey Robichaud Robillard Robins Robson Roby
Rochford Rockwell Rodd Roddy Roden Rodin Rodman Rodwell Roebuck Roeder Rogan Rogerson Roget Rogge Rohde Rohr Rokeby Rolfe Rollinson Rolston
Romanowski Romney Romo Ronaldson Rooke Roper Roque Rosas Roscoe Roseberry Rosen Rosenbaum Rosenblatt Rosenblum Rosenfeld Rosenzweig Roskill Rosner
Rossiter Rossini Rostron Rothman Rothstein Rothwell Rotich Rouse Routledge Rowbotham Rowden Rowell Rowlands Rowlandson Rowley Rowling Rowntree
Rowsell Roxburgh Royale Royce Royston Rubens Rubin Rubinstein Ruck Rudd Rudge Rueda Ruff Ruffin Rugg Rumford Rumsey Rundle Runyon Rushby Rusk
Ruskin Rusu Rutherford Rutter Ruttan Ryall Ryder Rydberg Ryland Rylands Ryle Rymer Saari Saarinen Sabel Sabin Sabo Sachdev Sacks Sadeghi Sadler
Safin Sagan Saha Sahin Sahoo Sainsbury Saksena Salcedo Saldana Saldanha Salerno Salih Salisbury Saliba Salk Sallis Salmon Salmond Salomon Salter
Saltmarsh Salvatierra Salvo Salzman Samaras Sammon Sammut Samson Samuels Samuelson Sandeman Sandell Sanderson Sandhu Sandford Sandler Sands
Sandström Sanger Sangha Sankar Sankey Santangelo Santini Sapsford Saran Sargeant Sarkar Sarkis Sartre Sassoon Sastry Saunderson Savard Savic
Saville Savoy Sawant Sawicki Sawyers Saxby Saxon Saxton Sayed Sayer Sayers Sayles Scaife Scanlan Scarborough Scargill Scarlatti Schaefer Schaeffer
Schafer Schaller Schatz Scheer Schell Schick Schiff Schiffer Schiller Schilling Schindler Schlegel Schlesinger Schlosser Schneiderman Schoenberg
Schönberg Schott Schrader Schroder Schuler Schulman Schweitzer Scofield Scoles Scorsese Scotson Scrivener Scroggs Scruggs Scully Seabrook Seager
Seagram Seale Seaman Searle Seaton Seaver Seddon Sedgwick Seeger Seely Segal Segovia Segura Sehgal Seiler Seitz Selby Selden Seligman Selkirk
Sellars Selwyn Selznick Semple Sepulveda Severn Sewell Seymour Shadwell Shakir Shand Shankly Shanley Shapland Sharkey Sharland Sharman Sharples
Sharpless Sharratt Sharrock Shatner Shaughnessy Shawcross Shearer Sheen Shenton Shephard Shepley Sheridan Sherlock Sherratt Sherriff Sherrington
Sherwin Sherwood Shih Shinde Shingler Shipley Shipman Shipton Shirazi Shoemaker Sholto Shortt Shotton Showalter Shrestha Shrimpton Shriver Shroff
Shute Shuttleworth Siddiqi Siddons Sidhu Sidwell Siegel Sievers Sikorski Silberman Silcox Sillitoe Sills Silveira Silverman Silverstein Silvester
Simcox Simkin Simmonds Simms Simoes Simões Simonds Simonsen Simonson Simpkin Simpkins Sinden Sinnott Sirleaf Sirois Sisk Sisson Sitwell Sivakumar
Sivaraman Sjögren Skelton Skerritt Skidmore Skipton Skoda Skowronski Slade Slattery Slavin Slee Sleeman Sligh Sloane Slocum Slocombe Slovik
Smallwood Smalls Smalley Smedley Smetana Smid Smithson Smollett Smuts Smyth Snape Snell Snelling Snodgrass Snowden Snowdon Sobieski Sobol
Soderberg Söderberg Soh Sokolova Sokolowski Solano Solomons Somerset Somerville Sommers Sondheim Soni Soper Sorensen Soriano Sorrell Soucy Soule
Southall Southern Southgate Southwell Southwood Sowerby Soyinka Spacey Spader Spafford Spalding Spangler Spanos Sparkes Spaulding Speakman Spector
Speight Speirs Spellman Spicer Spiegel Spielberg Spiers Spiller Spillane Spinks Spitz Spitzer Spock Spooner Springer Springett Sprague Spurgeon
Spurr Stackpole Stahl Stainer Staines Stainton Stallard Stallings Stanbury Standish Standring Stanfield Stanhope Stanier Stankiewicz Stannard
Stansfield Stapleton Starkey Starkie Starr Statham Staunton Stavrou Stead Steadman Stearns Stebbing Stedman Steen Steenkamp Steers Steer Stefanov
Stefansson Steffens Steger Stegner Steiger Steinbeck Steinberg Steinmetz Stendhal Stenhouse Stern Sterne Stettin Steuart Stevenage Steward
Stillman Stinson Stirling Stockdale Stocker Stockton Stockwell Stoddard Stoddart Stokoe Stoll Stoltz Stolz Stoneman Stopes Stoppard Storey Stovall
Stowe Stowell Strachan Strang Stratford Stratton Straus Strauss Straw Streep Streeter Stringer Stringfellow Strobel Stroh Stroll Stroud Struthers
Stubbs Sturgeon Sturges Sturgess Sturgis Sturm Sturridge Suárez Subbiah Suchet Sudarsono Sugden Suleman Sulzer Sumner Sundaram Surtees Suttner
Swain Swaine Swales Swann Swanston Swanton Swarbrick Swart Swartz Swayze Sweeting Swenson Swinburne Swindell Swindells Swinney Swinton Sydenham
Symes Symington Symonds Symons Synge Szabo Szczepanski Szilagyi Szymanska Szymanski Taft Tagg Tagore Tai Tailor Tait Talbot Talbott Talcott Tallis
Tancredi Tangney Tapia Tapp Taraborrelli Tarkowski Tarr Tarrant Tasker Tassie Tatham Tatum Taub Tauber Taverner Tavernier Tawney Tayyab Tcheng
Teague Teale Tebbit Tebbutt Tedesco Telfer Teller Templeman Templeton Tench Tennant Tennyson Tetley Tetreault Tewari Thaker Thakkar Thapa Tharp
Thatcher Theobald Theroux Thibodeau Thibodeaux Thiele Thistlethwaite Thistlewood Thom Thomason Thomasson Thomson Thoreau Thorley Thorne Thornhill
Thornley Thorogood Thorp Thorpe Threlfall Thurgood Thurlow Thurman Thurston Tibbs Tice Tidwell Tighe Tilden Tillery Tilley Tillotson Tillson Tilly
Tilton Timmins Timmons Timms Tindall Tindle Tinsley Tippett Tipping Tipton Tirado Todorov Todorović Toivonen Toland Tolkien Toller Tolley Tolson
Tolstoy Tomalin Tomczak Tomlin Tompkins Toms Toner Tonks Toomey Topping Torrance Torrens Torrey Torvalds Tosh Toth Toupin Toure Touré Tovey Towle
Towne Townend Townley Townshend Toye Toynbee Tozer Trac Trahan Traherne Trainor Tranter Trask Trautmann Travers Traynor Treadwell Tredinnick Trejo
Tremblay Trelawny Tremain Tremaine Trevelyan Treviño Trew Trigg Triggs Trimble Tring Trịnh Tripathi Triplett Tristram Trollope Trombley Trotman
Trott Trotsky Troughton Troup Trowbridge Trudeau Trudel Trueman Truman Trumble Truscott Tseng Tubman Tuckwell Tudor Tufnell Tully Tumelty Tuohy
Tupper Turcotte Turgenev Turing Turnbull Turpin Turvey Tuttle Tutu Tweed Tweedie Twomey Tyldesley Tyndall Tyner Tyree Tyrrell Tyrwhitt Tysoe Udall
Udoh Uddin Ugwu Ulbricht Ullah Ullman Ullmann Umeh Underhill Ung Unsworth Unwin Updike Upadhyay Upham Upjohn Upton Urbanski Urena Uribe Urquiza
Ustinov Utley Utting Uzun Vachon Vail Vakil Valdes Vale Valente Valenti Valentino Valera Vallance Vallejo Valles Vandenberg Vanderbilt Vandermeer
Vandenbroucke Vanterpool Vanderwal Vardy Varela Varley Varnell Varney Vasa Vasconcelos Vasilev Vass Vassallo Vaswani Vázquez Veal Veale Veasey
Veitch Vela Velasco Vella Venable Venables Venkatesan Venn Ventura Verdi Vereen Vermeer Verlaine Verne Verney Vernay Verran Vetter Vettel Viana
Vick Vickers Vickery Vidler Viera Viktorov Villegas Villiers Viner Visconti Viswanathan Vitali Viveiros Vlahos Vogelsang Vogler Volkova Vollmer
Volta Voorhees Voss Vought Vovk Vries Vukovic Vuković Waddell Waddington Wadhwa Wadsworth Waghorn Wagstaff Waite Waites Wakefield Wakeham Wakeling
Wakeman Walcott Waldegrave Walden Waldman Waldron Wali Walia Walkden Wallis Walpole Walsham Walsingham Walston Walther Wanjiru Wanless Wannamaker
Warburton Warburg Wardell Wardle Wardlaw Wardrop Wareham Warhol Waring Wark Warman Warne Warnock Warr Warrington Warwick Wasserman Waterfield
Waterhouse Waterman Waterston Wathen Watkin Watkinson Watling Watt Watters Watterson Waugh Wawrzyniak Weatherall Weatherby Weatherley Weathers
Webber Weddell Wedgwood Weekes Weigel Weil Weinberg Weinberger Weiner Weintraub Weir Weise Weiser Weisz Weiszmann Welbourn Welby Weld Weldon
Welland Weller Welles Welling Wellman Wellings Welsby Welton Wendt Wentworth Wescott Wessels Westbrook Westbury Westcott Westenra Westerman
Westgate Westlake Westley Westmoreland Weston Westover Westwood Wetherell Wetzel Whalen Whaley Whalley Wharton Whatley Whatmore Wheatcroft
Wheatley Wheaton Wheelan Wheeldon Wheelock Wheelwright Whelan Whelpton Whinnery Whipple Whitbread Whitby Whitcomb Whitcombe Whitehouse Whitehurst
Whiteley Whiteman Whiteside Whitlam Whitlock Whitman Whitmarsh Whitmore Whittall Whittemore Whitten Whittingham Whittington Whittle Whittlesey
Whitton Whybrow Whyte Wickens Wickham Wicklow Widdowson Wiener Wier Wigley Wight Wilberforce Wilburn Wilby Wilcock Wilcocks Wilde Wilding Wildman
Wilkes Wilkie Wilkin Wilks Willcock Willcox Willetts Willey Willett Willingham Willison Willmott Willoughby Willows Wilmot Wilshaw Wilton
Winchester Winckler Windham Windsor Winfield Wingate Wingfield Winn Winslet Winslow Winstanley Winstead Winterbottom Winterton Winthrop Wiśniewski
Wisniewska Wisniewski Wistrich Withers Witherspoon Wittgenstein Wojcik Wojciechowski Wolfson Wolski Wolfenden Woodall Woodbridge Woodburn Woodcock
Woodford Woodhead Woodhouse Woodley Woodman Woodroffe Woodrow Woodruff Woodside Woodson Woodthorpe Woodville Wooldridge Woolf Woolgar Woollard
Woolley Woolsey Wooster Wordsworth Worley Wormald Worrall Worsley Wortham Worthington Worthy Wortley Wozniak Wragg Wray Wrenn Wrigglesworth Wrobel
Wrona Wroe Wurst Wyche Wycliffe Wyeth Wyland Wylie Wyman Wyndham Wynne Wynter Wyse Xenakis Yanez Yap Yarborough Yardley Yarrow Yazzie Yeager
Yeardley Yeates Yeats Yelland Yeoman Yeomans Yildirim Yildiz Yilmaz Yoder Yohannes Yorke Yost Youd Youell Youngblood Younger Youngman Younis
Yousafzai Yuen Yule Zabel Zaccaria Zafar Zahn Zajac Zamudio Zappa Zaremba Zaretsky Zeller Zeidan Zelaya Zellweger Zeman Zenner Zepeda Zielinski
Zielińska Zimmer Zink Zinn Ziolkowski Zito Zoller Zola Zorn Zuber Zuckerman Zuniga Zweig Zwick`
  .trim()
  .split(/\s+/);
