/** Style sheets are imported for their effect: the bundler puts them into preview.css. */
declare module '*.css';
