/** The shell script that writes the pages of a web application into a folder. */
export class Pages {
  private constructor(
    /** The script of the init container, for the folder that the server shows. */
    public readonly script: (folder: string) => string,
  ) {}

  /**
   * A page that tells about the pod that answers: its name, its environment and its name
   * resolution. Reload it, and another pod of the Service tells about itself.
   *
   * @param title first line of the page
   */
  public static aboutThisPod(title = 'Web'): Pages {
    return new Pages((folder) =>
      [
        'section() {',
        '  echo "<h2>$1</h2>"',
        '  echo "<pre>"',
        "  sed 's/&/\\&amp;/g; s/</\\&lt;/g'",
        '  echo "</pre>"',
        '}',
        '{',
        '  echo "<!DOCTYPE html>"',
        `  echo "<title>${escapeHtml(title)}</title>"`,
        `  echo "<h1>${escapeHtml(title)}: $(hostname)</h1>"`,
        '  env | sort | section "Environment"',
        '  section "/etc/hosts" < /etc/hosts',
        '  section "/etc/resolv.conf" < /etc/resolv.conf',
        `} > ${folder}/index.html`,
        '',
      ].join('\n'),
    );
  }

  /** One line of text, such as the number of a version. */
  public static text(text: string): Pages {
    return new Pages((folder) => `printf '%s\\n' "${escapeHtml(text)}" > ${folder}/index.html\n`);
  }
}

// The text stands in HTML and in double quotes of a shell.
function escapeHtml(text: string): string {
  return text.replace(/[^A-Za-z0-9 .,:;()/_-]/gu, (character) => `&#${character.codePointAt(0)};`);
}
