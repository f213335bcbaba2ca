/** What expressions and scripts are in where neither they nor the file say it. */
export const DEFAULT_LANGUAGE = 'FEEL';
