/** Hues that stay apart for colour-blind eyes as well (M. Okabe and K. Ito); the number tells what a colour cannot. */
const colors = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#56b4e9', '#7f5fc4', '#8c564b'];

/** The colour of the tokens of an instance. @param run its number, from 1 */
export function runColor(run: number): string {
  return colors[(run - 1) % colors.length] ?? '#0072b2';
}
