// @ts-check
/** Saves a file that was made here. @param {string} name @param {string} type @param {string} content */
export function download(name, type, content) {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
