import { Forms } from '../forms/forms.js';
import { BrowserLogin } from '../interaction/browser-login.js';
import { CurrentLogin } from '../interaction/current-login.js';
import { InteractionPages } from '../interaction/interaction-pages.js';
import { InteractionController } from '../interaction/interaction.controller.js';
import { Interactions } from '../interaction/interactions.js';
import { OwnPassword } from '../interaction/own-password.js';
import { PagePaths } from '../pages/page-paths.js';
import { ScopeWords } from '../pages/scope-words.js';
import { AccountPages } from './account-pages.js';
import { AccountController } from './account.controller.js';
import { LoginContinuation } from './login-continuation.js';
import { LoginController } from './login.controller.js';

/** Where people log in, decide, and look after their account. */
export const PEOPLE_CONTROLLERS = [AccountController, InteractionController, LoginController];

/** What those pages are made of. */
export const PEOPLE_PROVIDERS = [
  AccountPages,
  BrowserLogin,
  CurrentLogin,
  Forms,
  InteractionPages,
  LoginContinuation,
  Interactions,
  OwnPassword,
  PagePaths,
  ScopeWords,
];
