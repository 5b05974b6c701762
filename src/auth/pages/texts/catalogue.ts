import type { Language } from '../../../common/preferred-language.js';
import { en } from './en.js';
import { ko } from './ko.js';
import type { PageTexts } from './page-texts.js';

export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = { ko, en };
