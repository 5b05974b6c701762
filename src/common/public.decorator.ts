import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PUBLIC_METADATA = 'gatehouse:public';

/** The visible exception to "everything is denied unless declared": anybody may call this without a token. */
export function Public(): CustomDecorator {
  return SetMetadata(PUBLIC_METADATA, true);
}
